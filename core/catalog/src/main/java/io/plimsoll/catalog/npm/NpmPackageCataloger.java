package io.plimsoll.catalog.npm;

import io.plimsoll.catalog.Catalog;
import io.plimsoll.catalog.CatalogFile;
import io.plimsoll.catalog.Cataloger;
import io.plimsoll.catalog.ProblemList;
import io.plimsoll.catalog.Selector;
import io.plimsoll.json.Json;
import io.plimsoll.json.JsonFormatException;
import io.plimsoll.json.JsonValue;
import io.plimsoll.model.Limit;
import io.plimsoll.model.ProblemKind;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Packages of npm, yarn and pnpm, each from the `package.json` in its own folder.
///
/// Which files count, by their place:
///
/// - `node_modules/<name>/` and `node_modules/@<scope>/<name>/`, at any depth: an installed package.
/// - below no `node_modules`: a package where the file names both itself and a version, such as an
///   application; otherwise passed over in silence, since it is of use to its author only.
/// - elsewhere below `node_modules`: passed over in silence, unread. Packages carry such files as
///   fixtures and to tell the type of their modules. Code that a package has copied from another
///   into a folder of its own is missed for that.
///
/// A name that differs from the folder's is the package's own: the folder's may be an alias.
///
/// Source: <https://docs.npmjs.com/cli/v11/configuring-npm/package-json>.
public final class NpmPackageCataloger implements Cataloger {
    private static final Selector SELECTOR = Selector.builder().names("package.json").build();
    private static final Set<String> WANTED =
            Set.of(
                    "name",
                    "version",
                    "license",
                    "licenses",
                    "dependencies",
                    "optionalDependencies");

    @Override
    public String id() {
        return "npm-package";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Selector selector() {
        return SELECTOR;
    }

    @Override
    public Catalog catalog(CatalogFile file) throws IOException, InterruptedException {
        NpmPlace place = NpmPlace.of(file.path());
        if (place == NpmPlace.INSIDE_A_PACKAGE) {
            return Catalog.EMPTY;
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        ProblemList problems = new ProblemList(file.path(), "npm");
        if (file.size() > file.limits().of(Limit.MANIFEST_SIZE)) {
            problems.limit(Limit.MANIFEST_SIZE, file.limits(), "byte 0");
            return Catalog.of(List.of(), problems.toList());
        }
        PackageJson json = new PackageJson(members(file, problems), problems);
        return Catalog.of(
                json.read(file.path(), place).map(List::of).orElse(List.of()), problems.toList());
    }

    /// The wanted members, where the document breaks off those before the fault. Of two with one
    /// name the later counts, as for npm.
    private static Map<String, JsonValue> members(CatalogFile file, ProblemList problems)
            throws IOException {
        Map<String, JsonValue> members = new HashMap<>();
        int depth = (int) Math.min(file.limits().of(Limit.JSON_DEPTH), Integer.MAX_VALUE);
        try (InputStream in = file.stream()) {
            Json.members(in, WANTED, depth, members::put);
        } catch (JsonFormatException broken) {
            String reason = String.valueOf(broken.getMessage());
            if (broken.isLimit()) {
                String flag = Limit.JSON_DEPTH.flag();
                problems.add(ProblemKind.LIMIT, reason + "; " + flag + " allows more levels");
            } else {
                problems.malformed(reason);
            }
        }
        return members;
    }
}
