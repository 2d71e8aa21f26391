package io.plimsoll.checks.facts;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The accounts that one of the three files of accounts holds.
///
/// Source: passwd(5), shadow(5), group(5).
///
/// @param path which of them
/// @param accounts in the order of the file
public record AccountFile(String path, List<Account> accounts) {
    public static final String PASSWD = "/etc/passwd";
    public static final String SHADOW = "/etc/shadow";
    public static final String GROUP = "/etc/group";

    /// Accounts that are read of one file.
    private static final int MOST = 100_000;

    private static final int MAX_DIGITS = 18;
    private static final int ID = 2;
    private static final int SHELL = 6;

    public AccountFile {
        accounts = List.copyOf(accounts);
    }

    static boolean isOne(String path) {
        return path.equals(PASSWD) || path.equals(SHADOW) || path.equals(GROUP);
    }

    /// Reads a file. Lines without a colon, comments and the `+` and `-` lines of NIS are passed over,
    /// as the C library does.
    public static AccountFile read(String path, byte[] bytes) {
        List<Account> accounts = new ArrayList<>();
        String text = new String(bytes, StandardCharsets.UTF_8);
        int start = 0;
        while (start < text.length() && accounts.size() < MOST) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            String line = text.substring(start, end);
            start = end + 1;
            char first = line.isEmpty() ? '#' : line.charAt(0);
            if (first != '#' && first != '+' && first != '-' && line.indexOf(':') > 0) {
                accounts.add(account(path, line.split(":", -1)));
            }
        }
        return new AccountFile(path, accounts);
    }

    private static Account account(String path, String[] fields) {
        boolean isShadow = path.equals(SHADOW);
        return new Account(
                fields[0],
                isShadow || fields.length <= ID ? -1 : number(fields[ID]),
                password(fields[1]),
                path.equals(PASSWD) && fields.length > SHELL ? fields[SHELL].strip() : "");
    }

    private static Account.Password password(String field) {
        if (field.isEmpty()) {
            return Account.Password.EMPTY;
        }
        if (field.equals("x")) {
            return Account.Password.ELSEWHERE;
        }
        char first = field.charAt(0);
        return first == '!' || first == '*' ? Account.Password.LOCKED : Account.Password.SET;
    }

    private static long number(String text) {
        boolean digits = !text.isEmpty() && text.length() <= MAX_DIGITS;
        for (int i = 0; digits && i < text.length(); i++) {
            digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        return digits ? Long.parseLong(text) : -1;
    }
}
