package io.plimsoll.catalog.npm;

import io.plimsoll.catalog.Cataloger;
import io.plimsoll.catalog.CatalogerContractTest;
import io.plimsoll.catalog.FixtureTest;
import io.plimsoll.catalog.TestFile;
import java.io.IOException;

final class NpmContractTest extends CatalogerContractTest {
    @Override
    protected Cataloger cataloger() {
        return new NpmPackageCataloger();
    }

    @Override
    protected TestFile sample() throws IOException {
        return FixtureTest.file(
                cataloger(),
                FixtureTest.root("npm", "layouts"),
                "/app/node_modules/@acme/tool/package.json");
    }
}
