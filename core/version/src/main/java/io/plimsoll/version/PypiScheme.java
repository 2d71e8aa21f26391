package io.plimsoll.version;

/// Versions of Python packages. A local version (`1.0+cu121`) is newer than its public one.
///
/// Source: PEP 440; <https://packaging.python.org/specifications/version-specifiers/>.
final class PypiScheme implements VersionScheme {
    static final String ID = "pypi";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public int compare(String left, String right) throws InvalidVersionException {
        return PypiParser.parse(left).compareTo(PypiParser.parse(right));
    }

    @Override
    public void check(String version) throws InvalidVersionException {
        PypiParser.parse(version);
    }
}
