package io.plimsoll.catalog.dpkg;

import io.plimsoll.catalog.FixtureTest;

final class DpkgFixtureTest extends FixtureTest {
    DpkgFixtureTest() {
        super(
                "dpkg",
                new DpkgListCataloger(),
                new DpkgStatusCataloger(),
                new DpkgStatusFolderCataloger());
    }
}
