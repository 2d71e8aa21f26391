package io.plimsoll.catalog.apk;

import io.plimsoll.catalog.PackageNeeds;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Which packages neither `/etc/apk/world` nor a package that it leads to asks for, and what each takes.
///
/// Source: `apk-world(5)` and `apk-v2(5)`: `I` installed size, `D` dependencies, `p` what is provided,
/// `i` packages whose presence brings this one.
public final class ApkNeeds {
    private record Installed(String name, List<String> wants, List<String> broughtBy) {}

    private ApkNeeds() {}

    /// Reads apk's database and the packages that were asked for.
    public static PackageNeeds read(byte[] installed, byte[] world) {
        Map<String, Long> sizes = new TreeMap<>();
        Map<String, List<Installed>> offers = new HashMap<>();
        List<Installed> packages = new ArrayList<>();
        for (String record : new String(installed, StandardCharsets.UTF_8).split("\n\n+", -1)) {
            Map<Character, String> fields = new HashMap<>();
            record.lines()
                    .filter(line -> line.length() > 2 && line.charAt(1) == ':')
                    .forEach(line -> fields.putIfAbsent(line.charAt(0), line.substring(2)));
            String name = fields.getOrDefault('P', "");
            if (name.isEmpty()) {
                continue;
            }
            Installed one =
                    new Installed(
                            name,
                            names(fields.getOrDefault('D', "")),
                            names(fields.getOrDefault('i', "")));
            packages.add(one);
            offers.computeIfAbsent(name, any -> new ArrayList<>()).add(one);
            names(fields.getOrDefault('p', ""))
                    .forEach(each ->
                            offers.computeIfAbsent(each, any -> new ArrayList<>()).add(one));
            String size = fields.getOrDefault('I', "");
            if (size.matches("\\d{1,15}")) {
                sizes.put(name, Long.valueOf(size));
            }
        }
        List<String> asked = names(new String(world, StandardCharsets.UTF_8));
        return new PackageNeeds(sizes, unneeded(packages, offers, asked), Map.of());
    }

    private static Set<String> unneeded(
            List<Installed> packages, Map<String, List<Installed>> offers, List<String> asked) {
        Set<Installed> needed = new HashSet<>();
        Deque<String> waiting = new ArrayDeque<>(asked);
        boolean grows = true;
        while (grows) {
            while (!waiting.isEmpty()) {
                for (Installed one : offers.getOrDefault(waiting.remove(), List.of())) {
                    if (needed.add(one)) {
                        waiting.addAll(one.wants());
                    }
                }
            }
            for (Installed one : packages) {
                boolean brought =
                        !one.broughtBy().isEmpty()
                                && !needed.contains(one)
                                && one.broughtBy().stream().allMatch(offers::containsKey);
                if (brought) {
                    waiting.add(one.name());
                }
            }
            grows = !waiting.isEmpty();
        }
        Set<String> names = new TreeSet<>();
        packages.stream()
                .filter(each -> !needed.contains(each))
                .forEach(each -> names.add(each.name()));
        return names;
    }

    /// Names without versions; what must not be there is left out.
    private static List<String> names(String text) {
        List<String> names = new ArrayList<>();
        for (String each : text.strip().split("\\s+", -1)) {
            int end = 0;
            while (end < each.length() && "=<>~@".indexOf(each.charAt(end)) < 0) {
                end++;
            }
            if (end > 0 && each.charAt(0) != '!') {
                names.add(each.substring(0, end));
            }
        }
        return names;
    }
}
