package io.plimsoll.catalog.rpm;

import io.plimsoll.catalog.Cataloger;
import io.plimsoll.catalog.CatalogerContractTest;
import io.plimsoll.catalog.FixtureTest;
import io.plimsoll.catalog.TestFile;
import java.io.IOException;

final class RpmBerkeleyContractTest extends CatalogerContractTest {
    @Override
    protected Cataloger cataloger() {
        return new RpmBerkeleyCataloger();
    }

    @Override
    protected TestFile sample() throws IOException {
        return FixtureTest.file(
                cataloger(), FixtureTest.root("rpm", "berkeley-big"), "/var/lib/rpm/Packages");
    }

    @Override
    protected boolean showsTruncation() {
        return true;
    }
}
