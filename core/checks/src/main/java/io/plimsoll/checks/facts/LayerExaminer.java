package io.plimsoll.checks.facts;

import io.plimsoll.checks.secrets.SecretDetector;
import io.plimsoll.checks.secrets.SecretHit;
import io.plimsoll.checks.secrets.SecretVariable;
import io.plimsoll.image.EntryKind;
import io.plimsoll.image.EntryVisitor;
import io.plimsoll.image.LayerEntry;
import io.plimsoll.model.ImagePath;
import io.plimsoll.model.Limit;
import io.plimsoll.model.Limits;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ProblemKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Gathers the facts of a layer while its entries pass on to another visitor, so that a layer is read
/// once for both.
public final class LayerExaminer implements EntryVisitor {
    private static final int KIB = 1024;
    private static final int BUFFER = 64 * KIB;

    /// A file of accounts is this large at most; it has a line an account.
    private static final int MOST_ACCOUNTS = 4 * KIB * KIB;

    private static final int MOST_VARIABLES = KIB * KIB;

    /// Files with odd permissions that are told, and secrets: more of them say nothing new.
    private static final int MOST_TOLD = 10_000;

    private static final String COMPONENT = "checks";

    private final EntryVisitor next;
    private final ContentReader reader;
    private final byte[] buffer = new byte[BUFFER];
    private final FileNames.Builder names = new FileNames.Builder();
    private final List<String> whiteouts = new ArrayList<>();
    private final List<String> opaque = new ArrayList<>();
    private final List<SpecialFile> special = new ArrayList<>();
    private final TreeMap<String, AccountFile> accounts = new TreeMap<>();
    private final List<FoundSecret> secrets = new ArrayList<>();
    private final TreeMap<Long, ChangeTime> times = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private Searched searched = Searched.NOTHING;
    private boolean tooMany;

    /// @param next receives every entry, too
    public LayerExaminer(SecretDetector detector, Limits limits, EntryVisitor next) {
        this.next = next;
        this.reader = new ContentReader(detector.search(), limits.of(Limit.TEXT_FILE));
    }

    @Override
    public void entry(LayerEntry entry) throws IOException, InterruptedException {
        switch (entry.kind()) {
            case FILE -> file(entry);
            case DIRECTORY -> {
                names.add(entry.path(), FileNames.FOLDER);
                special(entry, true);
                next.entry(entry);
            }
            case WHITEOUT -> {
                whiteouts.add(entry.path());
                next.entry(entry);
            }
            case OPAQUE -> {
                opaque.add(entry.path());
                next.entry(entry);
            }
            case HARDLINK, SYMLINK, OTHER -> {
                names.add(entry.path(), 0);
                if (entry.kind() == EntryKind.HARDLINK) {
                    special(entry, false);
                }
                next.entry(entry);
            }
        }
    }

    private void file(LayerEntry entry) throws IOException, InterruptedException {
        String path = entry.path();
        names.add(path, entry.size());
        special(entry, false);
        time(entry);
        boolean isAccounts = AccountFile.isOne(path);
        boolean isVariables = SecretVariable.isFileOfThem(ImagePath.name(path));
        reader.begin(isAccounts ? MOST_ACCOUNTS : isVariables ? MOST_VARIABLES : 0);
        SharedEntry shared = new SharedEntry(entry, reader);
        next.entry(shared);
        shared.readOn(buffer);
        ContentReader.Read read = reader.finish(entry.size());
        if (isAccounts) {
            accounts.put(path, AccountFile.read(path, reader.kept()));
        }
        count(entry, read);
        if (isVariables && read.text()) {
            tell(path, SecretVariable.in(reader.kept(), read.found().hits()));
        }
    }

    private void count(LayerEntry entry, ContentReader.Read read) {
        if (!read.text()) {
            searched = searched.plus(new Searched(0, 0, 1, entry.size(), 0));
            return;
        }
        searched = searched.plus(new Searched(1, read.bytes(), 0, 0, read.cut() ? 1 : 0));
        tell(entry.path(), read.found().hits());
        if (read.found().cut()) {
            problem(entry.path(), "not all of it was searched for secrets: it is full of keywords");
        } else if (read.cut()) {
            problem(
                    entry.path(),
                    "only the first "
                            + read.bytes()
                            + " bytes were searched for secrets; "
                            + Limit.TEXT_FILE.flag()
                            + " allows more");
        }
    }

    private void tell(String path, List<SecretHit> hits) {
        for (SecretHit hit : hits) {
            if (mayTell(secrets)) {
                secrets.add(new FoundSecret(path, hit.rule(), hit.line(), hit.shown()));
            }
        }
    }

    private void special(LayerEntry entry, boolean folder) {
        SpecialFile one =
                new SpecialFile(entry.path(), entry.mode(), entry.uid(), entry.gid(), folder);
        if (one.isSpecial() && mayTell(special)) {
            special.add(one);
        }
    }

    private boolean mayTell(List<?> told) {
        if (told.size() < MOST_TOLD) {
            return true;
        }
        tooMany = true;
        return false;
    }

    private void time(LayerEntry entry) {
        long second = entry.modified();
        if (second == 0 || entry.size() == 0) {
            return;
        }
        ChangeTime known = times.get(second);
        if (known == null && times.size() == LayerFacts.MOST_TIMES) {
            if (second < times.firstKey()) {
                return;
            }
            times.pollFirstEntry();
        }
        times.put(
                second,
                known == null
                        ? new ChangeTime(second, 1, entry.path())
                        : new ChangeTime(second, known.files() + 1, known.path()));
    }

    private void problem(String path, String reason) {
        if (problems.size() < MOST_TOLD) {
            problems.add(Problem.of(path, COMPONENT, ProblemKind.LIMIT, reason));
        }
    }

    /// The facts, once all entries have passed.
    public LayerFacts facts() {
        FileNames all = names.build();
        if (!all.complete()) {
            problem("", "its names are too many: wasted space and caches are those of a part");
        }
        if (tooMany) {
            problem("", "it has more than " + MOST_TOLD + " secrets or odd permissions");
        }
        return new LayerFacts(
                all,
                whiteouts,
                opaque,
                special,
                List.copyOf(accounts.values()),
                secrets,
                searched,
                List.copyOf(times.descendingMap().values()),
                problems);
    }
}
