package io.plimsoll.checks.facts;

/// A file or folder whose permissions are worth a look.
///
/// @param mode permission bits with set-user-id, set-group-id and sticky
public record SpecialFile(String path, int mode, long uid, long gid, boolean folder) {
    private static final int SET_UID = 04000;
    private static final int SET_GID = 02000;
    private static final int STICKY = 01000;
    private static final int OTHERS_WRITE = 02;
    private static final int GROUP_EXECUTE = 010;
    private static final int ANY_EXECUTE = 0111;

    public boolean setUid() {
        return !folder && (mode & SET_UID) != 0;
    }

    /// Without the group's right to execute, the bit is one for locks.
    public boolean setGid() {
        return !folder && (mode & SET_GID) != 0 && (mode & GROUP_EXECUTE) != 0;
    }

    /// Whether everybody may change it; in a sticky folder, nobody may touch what is another's.
    public boolean worldWritable() {
        return (mode & OTHERS_WRITE) != 0 && !(folder && (mode & STICKY) != 0);
    }

    public boolean executable() {
        return (mode & ANY_EXECUTE) != 0;
    }

    /// Whether any of this is so.
    boolean isSpecial() {
        return setUid() || setGid() || worldWritable();
    }
}
