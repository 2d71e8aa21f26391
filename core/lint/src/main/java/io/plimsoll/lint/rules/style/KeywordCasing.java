package io.plimsoll.lint.rules.style;

import io.plimsoll.dockerfile.Instruction;
import io.plimsoll.dockerfile.InstructionKind;
import io.plimsoll.lint.Edit;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// A keyword in another case than most of the file.
public final class KeywordCasing implements Rule {
    @Override
    public String id() {
        return "PL-KEYWORD-CASING";
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        List<Instruction> all =
                file.file().instructions().stream()
                        .filter(each -> each.kind() != InstructionKind.UNKNOWN)
                        .toList();
        long lower = all.stream().filter(each -> isLower(each.keyword())).count();
        boolean wantsLower = lower * 2 > all.size();
        for (Instruction each : all) {
            String wanted =
                    wantsLower
                            ? each.keyword().toLowerCase(Locale.ROOT)
                            : each.keyword().toUpperCase(Locale.ROOT);
            if (!wanted.equals(each.keyword())
                    && each.keyword().length() == each.keywordSpan().length()) {
                found.accept(
                        new Violation(
                                each.keywordSpan(),
                                "'"
                                        + each.keyword()
                                        + "' should be '"
                                        + wanted
                                        + "' as in the rest",
                                List.of(Edit.replace(each.keywordSpan(), wanted))));
            }
        }
    }

    private static boolean isLower(String keyword) {
        return keyword.equals(keyword.toLowerCase(Locale.ROOT));
    }
}
