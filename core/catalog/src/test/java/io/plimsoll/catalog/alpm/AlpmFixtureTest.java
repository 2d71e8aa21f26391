package io.plimsoll.catalog.alpm;

import io.plimsoll.catalog.FixtureTest;

final class AlpmFixtureTest extends FixtureTest {
    AlpmFixtureTest() {
        super("alpm", new AlpmCataloger());
    }
}
