package io.plimsoll.catalog.dpkg;

import io.plimsoll.catalog.Cataloger;
import io.plimsoll.catalog.CatalogerContractTest;
import io.plimsoll.catalog.FixtureTest;
import io.plimsoll.catalog.TestFile;
import java.io.IOException;

final class DpkgListContractTest extends CatalogerContractTest {
    @Override
    protected Cataloger cataloger() {
        return new DpkgListCataloger();
    }

    @Override
    protected TestFile sample() throws IOException {
        return FixtureTest.file(
                cataloger(), FixtureTest.root("dpkg", "lists"), "/var/lib/dpkg/info/bash.list");
    }

    @Override
    protected boolean findsPackages() {
        return false;
    }
}
