package io.plimsoll.catalog.java;

import io.plimsoll.catalog.FixtureTest;

final class JavaFixtureTest extends FixtureTest {
    JavaFixtureTest() {
        super("java", new JavaArchiveCataloger());
    }
}
