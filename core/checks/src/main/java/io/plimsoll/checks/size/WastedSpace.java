package io.plimsoll.checks.size;

import io.plimsoll.checks.Check;
import io.plimsoll.checks.CheckedImage;
import io.plimsoll.checks.Evidence;
import io.plimsoll.checks.Outcome;
import io.plimsoll.checks.stack.LayerStack;
import io.plimsoll.checks.stack.WastedFile;
import io.plimsoll.model.CheckFinding;
import io.plimsoll.model.Severity;
import java.util.ArrayList;
import java.util.List;

/// Bytes that are in the image and never seen.
public final class WastedSpace implements Check {
    /// The share that dive asks for where nobody says another.
    private static final double LEAST_EFFICIENCY = 0.9;

    private static final long LEAST_BYTES = 1024 * 1024;
    private static final long LEAST_OF_ONE = 100 * 1024;
    private static final int MOST = 20;

    @Override
    public String id() {
        return "PL-IMG-WASTED-SPACE";
    }

    @Override
    public Evidence evidence() {
        return Evidence.LAYERS;
    }

    @Override
    public Outcome check(CheckedImage image, Severity usual) {
        LayerStack stack = image.stack();
        String why =
                "efficiency "
                        + Math.round(stack.efficiency() * 1000) / 10.0
                        + " %, "
                        + stack.wastedBytes()
                        + " of "
                        + stack.bytes()
                        + " bytes are never seen";
        if (stack.efficiency() >= LEAST_EFFICIENCY || stack.wastedBytes() < LEAST_BYTES) {
            return Outcome.passed(why);
        }
        List<CheckFinding> findings = new ArrayList<>();
        for (WastedFile each : stack.worst()) {
            if (findings.size() < MOST && each.bytes() >= LEAST_OF_ONE) {
                findings.add(finding(each, usual, image));
            }
        }
        if (findings.isEmpty()) {
            findings.add(CheckFinding.of(usual, "many small files").taking(stack.wastedBytes()));
        }
        return new Outcome(true, why, findings);
    }

    private static CheckFinding finding(WastedFile file, Severity usual, CheckedImage image) {
        String times = file.copies() == 1 ? "once" : file.copies() + " times";
        return CheckFinding.of(
                        usual,
                        (file.deleted() ? "written and deleted later, " : "replaced, ") + times)
                .at(file.path(), image.layer(file.layer()))
                .taking(file.bytes());
    }
}
