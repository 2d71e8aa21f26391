# Sets `flags`: how the JVM runs Plimsoll, for whoever starts it. Read by the launcher of the sources, by
# that of a distribution and by the makers of class caches and of the image.
#
# The optimising compiler comes late: a scan of a second is over before it pays, and the interpreter
# and the first compiler share two cores with it. Only SHA-256 is sent to it at once, by the methods that
# it replaces with the processor's own instructions, not by the loop that it need not compile then.
# Nor does the first compiler collect what the optimising one would want to know: code that collects is half
# again as long and slow (a scan of a Debian image takes a tenth more).
# The part of the heap for new objects would grow with the memory of the machine, and the process with it.
# What the JVM has to say, of a class cache that does not fit for instance, is no part of a report.
flags="-XX:+UseSerialGC -Xmx512m -Xmn64m -XX:-UsePerfData \
-XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=20000 \
-XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000 \
-XX:CompileCommand=quiet \
-XX:CompileCommand=CompileThresholdScaling,sun.security.provider.DigestBase::implCompressMultiBlock0,0.001 \
-XX:CompileCommand=CompileThresholdScaling,sun.security.provider.SHA2::implCompress,0.001 \
-XX:CompileCommand=CompileThresholdScaling,sun.security.provider.SHA2::implCompress0,10.0 \
-XX:+UnlockDiagnosticVMOptions -XX:-C1ProfileCalls -XX:-C1ProfileVirtualCalls -XX:-C1ProfileInlinedCalls \
-XX:-C1ProfileBranches -XX:-C1ProfileCheckcasts -XX:-C1UpdateMethodData \
-Xlog:disable -Xlog:all=warning:stderr"
