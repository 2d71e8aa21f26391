package io.plimsoll.catalog.os;

import io.plimsoll.catalog.Cataloger;
import io.plimsoll.catalog.CatalogerContractTest;
import io.plimsoll.catalog.FixtureTest;
import io.plimsoll.catalog.TestFile;
import java.io.IOException;

final class DistributionContractTest extends CatalogerContractTest {
    @Override
    protected Cataloger cataloger() {
        return new DistributionCataloger();
    }

    @Override
    protected TestFile sample() throws IOException {
        return FixtureTest.file(cataloger(), FixtureTest.root("os", "debian"), "/etc/os-release");
    }

    @Override
    protected boolean findsPackages() {
        return false;
    }
}
