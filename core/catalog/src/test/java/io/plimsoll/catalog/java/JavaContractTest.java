package io.plimsoll.catalog.java;

import io.plimsoll.catalog.Cataloger;
import io.plimsoll.catalog.CatalogerContractTest;
import io.plimsoll.catalog.FixtureTest;
import io.plimsoll.catalog.TestFile;
import java.io.IOException;

final class JavaContractTest extends CatalogerContractTest {
    @Override
    protected Cataloger cataloger() {
        return new JavaArchiveCataloger();
    }

    @Override
    protected TestFile sample() throws IOException {
        return FixtureTest.file(cataloger(), FixtureTest.root("java", "nested"), "/app/app.jar");
    }

    @Override
    protected boolean showsTruncation() {
        return true;
    }
}
