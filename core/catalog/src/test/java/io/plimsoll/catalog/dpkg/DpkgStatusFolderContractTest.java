package io.plimsoll.catalog.dpkg;

import io.plimsoll.catalog.Cataloger;
import io.plimsoll.catalog.CatalogerContractTest;
import io.plimsoll.catalog.FixtureTest;
import io.plimsoll.catalog.TestFile;
import java.io.IOException;

final class DpkgStatusFolderContractTest extends CatalogerContractTest {
    @Override
    protected Cataloger cataloger() {
        return new DpkgStatusFolderCataloger();
    }

    @Override
    protected TestFile sample() throws IOException {
        return FixtureTest.file(
                cataloger(),
                FixtureTest.root("dpkg", "distroless"),
                "/var/lib/dpkg/status.d/libssl3");
    }
}
