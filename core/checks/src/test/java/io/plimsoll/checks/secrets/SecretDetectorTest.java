package io.plimsoll.checks.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class SecretDetectorTest {
    private static final SecretDetector DETECTOR = SecretDetector.standard();

    /// As much as a pattern looks at: the window times what it may look ahead.
    private static final int MOST_STEPS = 400_000;

    @Test
    void everyRuleHasASampleAndEverySampleARule() {
        assertThat(Samples.all().stream().map(Samples::rule).toList())
                .isEqualTo(DETECTOR.ids())
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(90);
    }

    @TestFactory
    Stream<DynamicTest> everyRuleFindsWhatItIsFor() {
        return Samples.all().stream()
                .map(sample ->
                        DynamicTest.dynamicTest(
                                sample.rule(),
                                () ->
                                        assertThat(rules("first line\n" + sample.secret() + "\n"))
                                                .contains(sample.rule())));
    }

    @TestFactory
    Stream<DynamicTest> everyRuleLeavesAloneWhatOnlyLooksLikeIt() {
        return Samples.all().stream()
                .map(sample ->
                        DynamicTest.dynamicTest(
                                sample.rule(),
                                () ->
                                        assertThat(rules(sample.other()))
                                                .doesNotContain(sample.rule())));
    }

    @Test
    void aSecretIsNeverShownWhole() {
        for (Samples sample : Samples.all()) {
            for (SecretHit hit : DETECTOR.in(sample.secret())) {
                String shown = hit.shown();
                boolean isHeader = shown.startsWith("-----BEGIN ") && shown.endsWith("-----");
                assertThat(isHeader || shown.matches(".{1,4}… \\([0-9]+ characters\\)"))
                        .as(sample.rule())
                        .isTrue();
            }
        }
    }

    @Test
    void aSecretIsFoundWhereverTheBytesAreCut() {
        String secret = Samples.of("azure-devops-token") + "\n" + Samples.of("private-key");
        byte[] text = ("x ".repeat(40_000) + "\n" + secret).getBytes(StandardCharsets.UTF_8);
        List<SecretHit> whole = found(text, text.length);
        assertThat(whole)
                .extracting(SecretHit::rule)
                .containsExactly("azure-devops-token", "private-key");
        assertThat(whole).extracting(SecretHit::line).containsExactly(2L, 3L);
        for (int chunk : new int[] {1, 7, 100, 4096, 65_536, 65_537, 80_000}) {
            assertThat(found(text, chunk)).as("chunks of " + chunk).isEqualTo(whole);
        }
    }

    @Test
    void aSecretIsFoundAtEveryPlaceOfTheBuffer() {
        byte[] secret = Samples.of("azure-devops-token").getBytes(StandardCharsets.UTF_8);
        for (int before = 65_000; before < 66_200; before += 3) {
            byte[] text = new byte[before + secret.length];
            Arrays.fill(text, (byte) ' ');
            System.arraycopy(secret, 0, text, before, secret.length);
            assertThat(found(text, text.length)).as("after " + before).hasSize(1);
        }
    }

    @Test
    void theSameSecretIsToldOnceAText() {
        String token = Samples.of("stripe-key");
        assertThat(DETECTOR.in((token + "\n").repeat(30))).hasSize(1);
    }

    @Test
    void everyKeyOfATextIsTold() {
        String key = Samples.of("private-key");
        assertThat(DETECTOR.in(key + key)).extracting(SecretHit::line).containsExactly(1L, 5L);
    }

    @Test
    void theGuideListsEveryRule() throws IOException {
        String guide = Files.readString(Path.of("../../docs/guide/checks.md"));
        assertThat(DETECTOR.ids()).allMatch(id -> guide.contains("`" + id + "`"));
        assertThat(guide).contains(DETECTOR.ids().size() + " rules");
    }

    @Test
    void aTextOfKeywordsAloneIsCutAndSaysSo() {
        TextSearch search = DETECTOR.search();
        byte[] text = "AKIA glpat- hvs. ".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        search.feed(text, 0, text.length);
        assertThat(search.finish().cut()).isTrue();
        search.feed(text, 0, 100);
        assertThat(search.finish().cut()).isFalse();
    }

    /// Counts the characters that patterns look at, in windows of what makes matchers go back.
    @Test
    void noPatternNeedsMoreStepsThanItsWindowAllows() {
        for (SecretRule rule : SecretRules.load()) {
            for (String keyword : rule.keywords()) {
                for (String filler :
                        List.of("a", "A", "0", " ", "=", ":", "-", "_", "\n", "/", "a:", "\"")) {
                    String half = filler.repeat(400).substring(0, SecretDetector.BEFORE);
                    String rest = filler.repeat(400).substring(0, SecretDetector.AFTER);
                    Counted window = new Counted(half + keyword + rest);
                    assertThat(Pattern.compile(rule.pattern()).matcher(window).results().toList())
                            .hasSizeLessThan(99);
                    assertThat(window.steps)
                            .as(rule.id() + " among '" + filler + "'")
                            .isLessThan(MOST_STEPS);
                }
            }
        }
    }

    @Test
    void everyRepetitionHasABound() {
        for (SecretRule rule : SecretRules.load()) {
            String outsideOfClasses = rule.pattern().replaceAll("\\\\.|\\[[^]]*\\]", "x");
            assertThat(outsideOfClasses).as(rule.id()).doesNotContainPattern("[x)][*+]");
        }
    }

    private static List<String> rules(String text) {
        return DETECTOR.in(text).stream().map(SecretHit::rule).toList();
    }

    private static List<SecretHit> found(byte[] text, int chunk) {
        TextSearch search = DETECTOR.search();
        for (int at = 0; at < text.length; at += chunk) {
            search.feed(text, at, Math.min(chunk, text.length - at));
        }
        return search.finish().hits();
    }

    /// A text that counts how often it is looked at.
    private static final class Counted implements CharSequence {
        private final String text;
        private int steps;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            steps++;
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
