package io.plimsoll.catalog.os;

import io.plimsoll.catalog.FixtureTest;

final class DistributionFixtureTest extends FixtureTest {
    DistributionFixtureTest() {
        super("os", new DistributionCataloger());
    }
}
