package io.plimsoll.lint.shell;

import io.plimsoll.lint.shell.Cursor.UnreadableException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/// Splits a script into its commands.
///
/// Source: POSIX.1-2024, "Shell Command Language", sections 2.3 to 2.10, and Bash's reference manual
/// for `[[`, `((`, `|&`, `&>`, `<<<` and process substitution. Never throws because of the text: where
/// it cannot be read on, the commands before are what there is.
public final class ScriptReader {
    /// Subshells inside one another, more of which are not read.
    private static final int DEEPEST = 100;

    private static final Set<String> LEADING =
            Set.of("if", "then", "elif", "else", "while", "until", "do", "!", "{", "time");
    private static final Set<String> CLOSING = Set.of("fi", "done", "}", "esac");

    private final Cursor cursor;
    private final Places places;
    private final List<Command> commands = new ArrayList<>();
    private final Deque<String> heredocs = new ArrayDeque<>();
    private Building building = new Building();
    private int depth;
    private int cases;

    private ScriptReader(String text, Places places) {
        this.cursor = new Cursor(text);
        this.places = places;
    }

    /// Reads a script.
    ///
    /// @param places where its characters stand
    public static Script read(String text, Places places) {
        ScriptReader reader = new ScriptReader(text, places);
        try {
            reader.list(false);
            return new Script(reader.commands, true);
        } catch (UnreadableException rest) {
            return new Script(reader.commands, false);
        }
    }

    /// @param nested whether a parenthesis ends it
    private void list(boolean nested) throws UnreadableException {
        if (++depth > DEEPEST) {
            throw new UnreadableException("too deep");
        }
        Building outer = building;
        int outerCases = cases;
        building = new Building();
        cases = 0;
        boolean open = true;
        while (open) {
            cursor.skipBlanks();
            if (cursor.isAtEnd()) {
                if (nested || cases > 0) {
                    throw new UnreadableException("the script ends inside of something");
                }
                open = false;
            } else if (cursor.peek() == ')') {
                if (!nested) {
                    throw new UnreadableException("')' without '('");
                }
                cursor.skip(1);
                open = false;
            } else {
                part();
            }
        }
        end(Link.END);
        building = outer;
        cases = outerCases;
        depth--;
    }

    private void part() throws UnreadableException {
        char c = cursor.peek();
        if (c == '(') {
            parenthesis();
        } else if (isRedirection()) {
            redirection();
        } else if (!operator(c)) {
            word();
        }
    }

    private boolean operator(char c) throws UnreadableException {
        switch (c) {
            case '&' -> {
                boolean and = cursor.peek(1) == '&';
                cursor.skip(and ? 2 : 1);
                end(and ? Link.AND : Link.BACKGROUND);
            }
            case '|' -> {
                boolean or = cursor.peek(1) == '|';
                cursor.skip(or || cursor.peek(1) == '&' ? 2 : 1);
                end(or ? Link.OR : Link.PIPE);
            }
            case '\n' -> {
                cursor.skip(1);
                end(Link.SEQUENCE);
                bodies();
            }
            case ';' -> semicolon();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void semicolon() throws UnreadableException {
        boolean clause = cursor.peek(1) == ';' || cursor.peek(1) == '&';
        cursor.skip(clause ? cursor.startsWith(";;&") ? 3 : 2 : 1);
        end(Link.SEQUENCE);
        if (clause && cases > 0) {
            pattern();
        }
    }

    private void parenthesis() throws UnreadableException {
        if (!building.isAtStart()) {
            // The parentheses of a function's name.
            cursor.skip(1);
            cursor.skipBlanks();
            if (cursor.peek() != ')') {
                throw new UnreadableException("'(' behind a word");
            }
            cursor.skip(1);
            building = new Building();
        } else if (cursor.peek(1) == '(') {
            cursor.skipBalanced('(', ')');
        } else {
            cursor.skip(1);
            list(true);
        }
    }

    private boolean isRedirection() {
        int digits = 0;
        while (cursor.peek(digits) >= '0' && cursor.peek(digits) <= '9') {
            digits++;
        }
        char c = cursor.peek(digits);
        if (c == '&') {
            return digits == 0 && cursor.peek(1) == '>';
        }
        return (c == '<' || c == '>') && cursor.peek(digits + 1) != '(';
    }

    private void redirection() throws UnreadableException {
        int start = cursor.at();
        while (cursor.peek() >= '0' && cursor.peek() <= '9') {
            cursor.skip(1);
        }
        while ("<>&|-".indexOf(cursor.peek()) >= 0 && !cursor.isAtEnd()) {
            boolean last = cursor.peek() == '&' && cursor.at() > start + 1;
            cursor.skip(1);
            if (last) {
                break;
            }
        }
        String operator = cursor.since(start);
        cursor.skipBlanks();
        ShellWord target = readWord();
        building.add(new Redirection(operator, target));
        if (operator.endsWith("<<") || operator.endsWith("<<-")) {
            heredocs.add(target.text());
        }
    }

    /// The contents of the heredocs that the last line announced.
    private void bodies() throws UnreadableException {
        while (!heredocs.isEmpty()) {
            String name = heredocs.remove();
            String line;
            do {
                if (cursor.isAtEnd()) {
                    throw new UnreadableException("a heredoc does not end");
                }
                line = cursor.line();
            } while (!line.strip().equals(name));
        }
    }

    private void word() throws UnreadableException {
        ShellWord word = readWord();
        if (!building.isAtStart() || !word.isBare()) {
            building.add(word);
        } else if (LEADING.contains(word.text())) {
            building = new Building();
        } else if (CLOSING.contains(word.text())) {
            cases -= word.text().equals("esac") && cases > 0 ? 1 : 0;
        } else {
            switch (word.text()) {
                case "for", "select", "function" -> header();
                case "case" -> caseHeader();
                case "[[" -> condition();
                default -> building.add(word);
            }
        }
    }

    /// The words of `for x in a b`: no command.
    private void header() throws UnreadableException {
        cursor.skipBlanks();
        while (!cursor.isAtEnd() && ";\n&|(){".indexOf(cursor.peek()) < 0) {
            readWord();
            cursor.skipBlanks();
        }
        if (cursor.peek() == '(' && cursor.peek(1) == ')') {
            cursor.skip(2);
        }
    }

    private void caseHeader() throws UnreadableException {
        cursor.skipBlanks();
        readWord();
        skipLines();
        if (!readWord().is("in")) {
            throw new UnreadableException("case without in");
        }
        cases++;
        pattern();
    }

    /// The pattern of the next clause, or `esac`.
    private void pattern() throws UnreadableException {
        skipLines();
        cursor.skip(cursor.peek() == '(' ? 1 : 0);
        while (cursor.peek() != ')') {
            int before = cursor.at();
            ShellWord word = readWord();
            if (word.is("esac")) {
                cursor.moveTo(before);
                return;
            }
            cursor.skipBlanks();
            cursor.skip(cursor.peek() == '|' ? 1 : 0);
            cursor.skipBlanks();
        }
        cursor.skip(1);
    }

    private void skipLines() {
        cursor.skipBlanks();
        while (cursor.peek() == '\n') {
            cursor.skip(1);
            cursor.skipBlanks();
        }
    }

    /// `[[ … ]]`, in which operators are no operators.
    private void condition() throws UnreadableException {
        while (true) {
            cursor.skipBlanks();
            if ("<>&|()\n".indexOf(cursor.peek()) >= 0 && !cursor.isAtEnd()) {
                cursor.skip(1);
            } else if (readWord().is("]]")) {
                return;
            }
        }
    }

    private ShellWord readWord() throws UnreadableException {
        int start = cursor.at();
        ShellWord word = new WordReader(cursor, places, () -> list(true)).read();
        if (cursor.at() == start) {
            throw new UnreadableException("a word is missing");
        }
        return word;
    }

    private void end(Link after) {
        if (!building.isEmpty()) {
            commands.add(building.finish(after, depth - 1));
        }
        building = new Building();
    }
}
