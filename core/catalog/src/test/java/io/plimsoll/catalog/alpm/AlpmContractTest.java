package io.plimsoll.catalog.alpm;

import io.plimsoll.catalog.Cataloger;
import io.plimsoll.catalog.CatalogerContractTest;
import io.plimsoll.catalog.FixtureTest;
import io.plimsoll.catalog.TestFile;
import java.io.IOException;

final class AlpmContractTest extends CatalogerContractTest {
    @Override
    protected Cataloger cataloger() {
        return new AlpmCataloger();
    }

    @Override
    protected TestFile sample() throws IOException {
        return FixtureTest.file(
                cataloger(),
                FixtureTest.root("alpm", "local"),
                "/var/lib/pacman/local/tool-kit-1.2.3-4/desc");
    }
}
