package io.plimsoll.catalog.apk;

import io.plimsoll.catalog.Cataloger;
import io.plimsoll.catalog.CatalogerContractTest;
import io.plimsoll.catalog.FixtureTest;
import io.plimsoll.catalog.TestFile;
import java.io.IOException;

final class ApkContractTest extends CatalogerContractTest {
    @Override
    protected Cataloger cataloger() {
        return new ApkCataloger();
    }

    @Override
    protected TestFile sample() throws IOException {
        return FixtureTest.file(
                cataloger(), FixtureTest.root("apk", "installed"), "/lib/apk/db/installed");
    }
}
