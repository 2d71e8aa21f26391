import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Makes the classes of a jar ready for the JVM's class cache. Old ones are raised to a version that
/// it takes: it leaves out those without stack maps, such as picocli's of Java 5, which then are
/// loaded and verified at each start. What it cannot keep is written out (`PlainSwitches`).
/// A jar that is ready stays as it is. The jar keeps its time and is replaced at once.
///
/// Usage: `java LiftClasses.java JAR`
final class LiftClasses {
    private static final int MAGIC = 0xCAFEBABE;

    private LiftClasses() {}

    public static void main(String[] arguments) throws IOException {
        Path jar = Path.of(arguments[0]);
        FileTime time = Files.getLastModifiedTime(jar);
        Path draft = Files.createTempFile(jar.toAbsolutePath().getParent(), "lifted", ".jar");
        try {
            if (lift(jar, draft)) {
                Files.setLastModifiedTime(draft, time);
                Files.setPosixFilePermissions(draft, Files.getPosixFilePermissions(jar));
                Files.move(draft, jar, StandardCopyOption.ATOMIC_MOVE);
            }
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static boolean lift(Path jar, Path draft) throws IOException {
        boolean lifted = false;
        try (ZipFile from = new ZipFile(jar.toFile());
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft));
                ZipOutputStream to = new ZipOutputStream(out)) {
            ClassFile classFile = classFile(from);
            Enumeration<? extends ZipEntry> entries = from.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                byte[] bytes = bytes(from, entry);
                byte[] ready = isClass(bytes) ? ready(classFile, bytes) : bytes;
                lifted |= ready != bytes;
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setLastModifiedTime(entry.getLastModifiedTime());
                to.putNextEntry(copy);
                to.write(ready);
                to.closeEntry();
            }
        }
        return lifted;
    }

    private static boolean isClass(byte[] bytes) {
        return bytes.length > 8 && ByteBuffer.wrap(bytes).getInt() == MAGIC;
    }

    private static byte[] ready(ClassFile classFile, byte[] bytes) {
        if (ByteBuffer.wrap(bytes).getShort(6) < ClassFile.JAVA_7_VERSION) {
            return lift(classFile, bytes);
        }
        ClassModel model = classFile.parse(bytes);
        return PlainSwitches.isIn(model) ? PlainSwitches.rewritten(classFile, model) : bytes;
    }

    private static byte[] lift(ClassFile classFile, byte[] bytes) {
        ClassTransform version =
                (builder, element) -> {
                    if (element instanceof ClassFileVersion) {
                        builder.withVersion(ClassFile.JAVA_17_VERSION, 0);
                    } else {
                        builder.with(element);
                    }
                };
        ClassTransform bodies = ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL);
        return classFile.transformClass(classFile.parse(bytes), version.andThen(bodies));
    }

    /// Writes stack maps for all methods; the classes that they name are looked up in the jar first.
    private static ClassFile classFile(ZipFile jar) {
        ClassHierarchyResolver inside =
                ClassHierarchyResolver.ofResourceParsing(
                        type -> {
                            String descriptor = type.descriptorString();
                            String name = descriptor.substring(1, descriptor.length() - 1);
                            ZipEntry entry = jar.getEntry(name + ".class");
                            try {
                                return entry == null ? null : jar.getInputStream(entry);
                            } catch (IOException unreadable) {
                                throw new UncheckedIOException(unreadable);
                            }
                        });
        return ClassFile.of(
                ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                ClassFile.ClassHierarchyResolverOption.of(
                        inside.orElse(ClassHierarchyResolver.defaultResolver())));
    }

    private static byte[] bytes(ZipFile jar, ZipEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }
}
