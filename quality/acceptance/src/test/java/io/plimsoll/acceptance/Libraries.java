package io.plimsoll.acceptance;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

/// The libraries inside the packaged program, found by their classes and not by what it says of them.
final class Libraries {
    private Libraries() {}

    /// Those of this test's class path whose classes all lie in the program's jar.
    ///
    /// @param module the program's module
    /// @return `name@version`, as the folders of Maven's repository are called
    static List<String> inside(Path module) throws IOException {
        Set<String> program = classes(module.resolve("target").resolve("plimsoll.jar"));
        List<String> libraries = new ArrayList<>();
        for (String element :
                List.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))) {
            Path jar = Path.of(element);
            if (element.endsWith(".jar") && Files.isRegularFile(jar) && !isOurs(jar)) {
                Set<String> own = classes(jar);
                if (!own.isEmpty() && program.containsAll(own)) {
                    libraries.add(
                            jar.getName(jar.getNameCount() - 3)
                                    + "@"
                                    + jar.getName(jar.getNameCount() - 2));
                }
            }
        }
        return libraries;
    }

    private static boolean isOurs(Path jar) {
        return jar.getFileName().toString().startsWith("plimsoll");
    }

    private static Set<String> classes(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".class") && !name.endsWith("module-info.class"))
                    .collect(Collectors.toSet());
        }
    }
}
