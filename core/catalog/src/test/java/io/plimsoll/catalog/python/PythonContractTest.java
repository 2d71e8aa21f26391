package io.plimsoll.catalog.python;

import io.plimsoll.catalog.Cataloger;
import io.plimsoll.catalog.CatalogerContractTest;
import io.plimsoll.catalog.FixtureTest;
import io.plimsoll.catalog.TestFile;
import java.io.IOException;

final class PythonContractTest extends CatalogerContractTest {
    @Override
    protected Cataloger cataloger() {
        return new PythonPackageCataloger();
    }

    @Override
    protected TestFile sample() throws IOException {
        return FixtureTest.file(
                cataloger(),
                FixtureTest.root("python", "layouts"),
                "/usr/lib/python3/dist-packages/Folded_Name-2.0.dist-info/METADATA");
    }
}
