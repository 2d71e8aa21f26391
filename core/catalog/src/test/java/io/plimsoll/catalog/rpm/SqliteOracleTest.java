package io.plimsoll.catalog.rpm;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.catalog.Catalog;
import io.plimsoll.catalog.TestFile;
import io.plimsoll.model.PackageRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Reads what SQLite itself wrote: every page size, both ways of encoding text, trees of several
/// levels, rows of every length around the bounds of a page, and a log that was never copied back.
final class SqliteOracleTest {
    private static final int ROWS = 700;

    @TempDir private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({
        "512, UTF-8",
        "1024, UTF-16le",
        "2048, UTF-8",
        "4096, UTF-8",
        "4096, UTF-16be",
        "8192, UTF-8",
        "16384, UTF-16le",
        "32768, UTF-8",
        "65536, UTF-8"
    })
    void everyRowIsRead(int pageSize, String encoding) throws Exception {
        Path file = folder.resolve("rpmdb.sqlite");
        List<String> versions = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            run(connection, "PRAGMA page_size = " + pageSize);
            run(connection, "PRAGMA encoding = '" + encoding + "'");
            run(connection, "PRAGMA journal_mode = WAL");
            run(connection, "PRAGMA wal_autocheckpoint = 0");
            run(connection, "CREATE TABLE Other (x)");
            run(
                    connection,
                    "CREATE TABLE 'Packages' (hnum INTEGER PRIMARY KEY AUTOINCREMENT,"
                            + " blob BLOB NOT NULL)");
            insert(connection, 0, ROWS, versions);
            run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
            insert(connection, ROWS, 2 * ROWS, versions);
            run(connection, "DELETE FROM Packages WHERE hnum % 7 = 0");
            Catalog catalog = read(file);
            assertThat(catalog.problems()).isEmpty();
            assertThat(catalog.packages())
                    .extracting(PackageRecord::version)
                    .containsExactlyElementsOf(kept(versions));
        }
        Catalog catalog =
                new RpmSqliteCataloger()
                        .catalog(
                                TestFile.of("/var/lib/rpm/rpmdb.sqlite", Files.readAllBytes(file)));
        assertThat(catalog.problems()).isEmpty();
        assertThat(catalog.packages()).hasSize(kept(versions).size());
    }

    private static List<String> kept(List<String> versions) {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            if ((i + 1) % 7 != 0) {
                kept.add(versions.get(i));
            }
        }
        return kept;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Catalog read(Path file) throws Exception {
        TestFile database = TestFile.of("/var/lib/rpm/rpmdb.sqlite", Files.readAllBytes(file));
        byte[] log = Files.readAllBytes(Path.of(file + "-wal"));
        assertThat(log).isNotEmpty();
        return new RpmSqliteCataloger().catalog(database.withCompanion("-wal", log));
    }

    private static void insert(Connection connection, int from, int to, List<String> versions)
            throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO Packages (blob) VALUES (?)")) {
            for (int i = from; i < to; i++) {
                String version = i + "x".repeat(i % 350 * 6);
                versions.add(version + "-1");
                insert.setBytes(1, HeaderWriter.of("p", version, "1").bytes());
                insert.executeUpdate();
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
    }
}
