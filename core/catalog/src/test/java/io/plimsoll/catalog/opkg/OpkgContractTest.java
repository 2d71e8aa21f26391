package io.plimsoll.catalog.opkg;

import io.plimsoll.catalog.Cataloger;
import io.plimsoll.catalog.CatalogerContractTest;
import io.plimsoll.catalog.FixtureTest;
import io.plimsoll.catalog.TestFile;
import java.io.IOException;

final class OpkgContractTest extends CatalogerContractTest {
    @Override
    protected Cataloger cataloger() {
        return new OpkgCataloger();
    }

    @Override
    protected TestFile sample() throws IOException {
        return FixtureTest.file(
                cataloger(), FixtureTest.root("opkg", "openwrt"), "/usr/lib/opkg/status");
    }
}
