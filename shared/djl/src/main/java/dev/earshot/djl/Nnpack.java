package dev.earshot.djl;

import ai.djl.engine.Engine;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * NNPACK, one of the ways in which PyTorch computes convolutions. Where the processor does not
 * support it, PyTorch tries it again before every convolution and prints each time "Could not
 * initialize NNPACK! Reason: Unsupported hardware.", hundreds of lines for a few pictures. DJL does
 * not offer PyTorch's switch ({@code torch.backends.nnpack.set_flags}), so it is called in libtorch
 * itself. Results do not change: a switch that is off means what an unsupported processor means.
 * Stateless.
 */
public final class Nnpack {
    private Nnpack() {}

    /**
     * Switches NNPACK off if this processor does not support it; else leaves it on. Asking makes
     * PyTorch print its line one last time. Call it before a model with convolutions runs; only the
     * first call does anything.
     *
     * @return whether this libtorch has the switch; without it the lines stay, and nothing else is
     *     wrong
     */
    public static boolean switchOffIfUnsupported() {
        return Once.DONE;
    }

    /** Initialised by the class loader, once. */
    private static final class Once {
        private static final boolean DONE = run();

        private static boolean run() {
            // Loads libtorch, whose symbols are looked up next.
            Engine.getEngine("PyTorch");
            try {
                switchOff();
                return true;
            } catch (Throwable e) { // declared by method handles
                return false;
            }
        }

        private static void switchOff() throws Throwable {
            // at::native::_nnpack_available(), at::globalContext(), and of at::Context
            // setUserEnabledNNPACK(bool)
            var available =
                    call(
                            "_ZN2at6native17_nnpack_availableEv",
                            FunctionDescriptor.of(ValueLayout.JAVA_BOOLEAN));
            var context =
                    call("_ZN2at13globalContextEv", FunctionDescriptor.of(ValueLayout.ADDRESS));
            var enable =
                    call(
                            "_ZN2at7Context20setUserEnabledNNPACKEb",
                            FunctionDescriptor.ofVoid(
                                    ValueLayout.ADDRESS, ValueLayout.JAVA_BOOLEAN));
            if (!(boolean) available.invokeExact()) {
                enable.invokeExact((MemorySegment) context.invokeExact(), false);
            }
        }

        @SuppressWarnings("restricted") // the types are those of libtorch
        private static MethodHandle call(String symbol, FunctionDescriptor types) {
            return Linker.nativeLinker()
                    .downcallHandle(SymbolLookup.loaderLookup().findOrThrow(symbol), types);
        }
    }
}
