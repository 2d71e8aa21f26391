package io.plimsoll.catalog.rpm;

import io.plimsoll.catalog.Cataloger;
import io.plimsoll.catalog.CatalogerContractTest;
import io.plimsoll.catalog.FixtureTest;
import io.plimsoll.catalog.TestFile;
import java.io.IOException;

final class RpmNdbContractTest extends CatalogerContractTest {
    @Override
    protected Cataloger cataloger() {
        return new RpmNdbCataloger();
    }

    @Override
    protected TestFile sample() throws IOException {
        return FixtureTest.file(
                cataloger(), FixtureTest.root("rpm", "ndb"), "/usr/lib/sysimage/rpm/Packages.db");
    }

    @Override
    protected boolean showsTruncation() {
        return true;
    }
}
