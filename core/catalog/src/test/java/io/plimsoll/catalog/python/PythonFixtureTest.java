package io.plimsoll.catalog.python;

import io.plimsoll.catalog.FixtureTest;

final class PythonFixtureTest extends FixtureTest {
    PythonFixtureTest() {
        super("python", new PythonPackageCataloger());
    }
}
