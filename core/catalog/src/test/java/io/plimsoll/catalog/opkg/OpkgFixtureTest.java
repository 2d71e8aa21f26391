package io.plimsoll.catalog.opkg;

import io.plimsoll.catalog.FixtureTest;

final class OpkgFixtureTest extends FixtureTest {
    OpkgFixtureTest() {
        super("opkg", new OpkgCataloger());
    }
}
