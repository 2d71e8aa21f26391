import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.attribute.BootstrapMethodsAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.LoadableConstantEntry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Writes pattern switches out as methods of their class. As compiled, each makes a class of its own
/// when it is first reached, 1 to 3 ms of a cold JVM, which no class cache keeps (`SwitchBootstraps`
/// of Java 25). Switches with other labels than types stay as they are.
final class PlainSwitches {
    private static final MethodTypeDesc TYPE =
            MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_Object, ConstantDescs.CD_int);
    private static final int FLAGS =
            ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;

    private PlainSwitches() {}

    /// Whether a class has such switches.
    static boolean isIn(ClassModel model) {
        return model.findAttribute(Attributes.bootstrapMethods()).stream()
                .map(BootstrapMethodsAttribute::bootstrapMethods)
                .flatMap(List::stream)
                .anyMatch(
                        each ->
                                isSwitch(each.bootstrapMethod().reference().owner().asInternalName(),
                                                each.bootstrapMethod().reference().name().stringValue())
                                        && types(each.arguments()).isPresent());
    }

    /// The class without them.
    static byte[] rewritten(ClassFile classFile, ClassModel model) {
        ClassDesc self = model.thisClass().asSymbol();
        boolean isInterface = model.flags().has(java.lang.reflect.AccessFlag.INTERFACE);
        // By the number of their bootstrap method: a body may be visited twice.
        Map<Integer, List<ClassDesc>> switches = new TreeMap<>();
        CodeTransform calls =
                (builder, element) -> {
                    if (element instanceof InvokeDynamicInstruction call
                            && labels(call).isPresent()) {
                        int number = call.invokedynamic().bootstrap().bsmIndex();
                        switches.put(number, labels(call).get());
                        builder.invokestatic(self, name(number), TYPE, isInterface);
                    } else {
                        builder.with(element);
                    }
                };
        ClassTransform methods =
                ClassTransform.endHandler(
                        builder ->
                                switches.forEach(
                                        (number, types) ->
                                                builder.withMethodBody(
                                                        name(number),
                                                        TYPE,
                                                        FLAGS,
                                                        code -> choose(code, types))));
        return classFile.transformClass(
                model, ClassTransform.transformingMethodBodies(calls).andThen(methods));
    }

    private static String name(int number) {
        return "$switch$" + number;
    }

    /// `int choose(Object value, int first)`: the number of the first label from `first` on that
    /// matches, that of labels where none does, -1 for `null`.
    private static void choose(CodeBuilder code, List<ClassDesc> types) {
        code.aload(0).ifThen(java.lang.classfile.Opcode.IFNULL, none -> none.iconst_m1().ireturn());
        for (int i = 0; i < types.size(); i++) {
            int number = i;
            ClassDesc type = types.get(i);
            code.iload(1)
                    .loadConstant(number)
                    .ifThen(
                            java.lang.classfile.Opcode.IF_ICMPLE,
                            reached ->
                                    reached.aload(0)
                                            .instanceOf(type)
                                            .ifThen(is -> is.loadConstant(number).ireturn()));
        }
        code.loadConstant(types.size()).ireturn();
    }

    private static boolean isSwitch(String owner, String name) {
        return owner.equals("java/lang/runtime/SwitchBootstraps") && name.equals("typeSwitch");
    }

    private static Optional<List<ClassDesc>> labels(InvokeDynamicInstruction call) {
        var bootstrap = call.invokedynamic().bootstrap();
        var method = bootstrap.bootstrapMethod().reference();
        return isSwitch(method.owner().asInternalName(), method.name().stringValue())
                ? types(bootstrap.arguments())
                : Optional.empty();
    }

    private static Optional<List<ClassDesc>> types(List<LoadableConstantEntry> labels) {
        return labels.stream().allMatch(ClassEntry.class::isInstance)
                ? Optional.of(
                        labels.stream().map(each -> ((ClassEntry) each).asSymbol()).toList())
                : Optional.empty();
    }
}
