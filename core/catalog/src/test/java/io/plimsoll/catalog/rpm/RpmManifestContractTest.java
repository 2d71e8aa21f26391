package io.plimsoll.catalog.rpm;

import io.plimsoll.catalog.Cataloger;
import io.plimsoll.catalog.CatalogerContractTest;
import io.plimsoll.catalog.FixtureTest;
import io.plimsoll.catalog.TestFile;
import java.io.IOException;

final class RpmManifestContractTest extends CatalogerContractTest {
    @Override
    protected Cataloger cataloger() {
        return new RpmManifestCataloger();
    }

    @Override
    protected TestFile sample() throws IOException {
        return FixtureTest.file(
                cataloger(),
                FixtureTest.root("rpm", "manifest"),
                "/var/lib/rpmmanifest/container-manifest-2");
    }
}
