package io.plimsoll.catalog.rpm;

import io.plimsoll.catalog.Cataloger;
import io.plimsoll.catalog.CatalogerContractTest;
import io.plimsoll.catalog.FixtureTest;
import io.plimsoll.catalog.TestFile;
import java.io.IOException;

final class RpmSqliteContractTest extends CatalogerContractTest {
    @Override
    protected Cataloger cataloger() {
        return new RpmSqliteCataloger();
    }

    @Override
    protected TestFile sample() throws IOException {
        return FixtureTest.file(
                cataloger(), FixtureTest.root("rpm", "sqlite-wal"), "/var/lib/rpm/rpmdb.sqlite");
    }

    @Override
    protected boolean showsTruncation() {
        return true;
    }
}
