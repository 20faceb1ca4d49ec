package dev.earshot.evaluation.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class CudaImageTest {
    private static final Path WORKER =
            Path.of(System.getProperty("earshot.root", "../..")).resolve("functions/gpu-worker");

    private String cuda = "";
    private String cpu = "";

    @BeforeEach
    void read() throws IOException {
        cuda = Files.readString(WORKER.resolve("Dockerfile.cuda"));
        cpu = Files.readString(WORKER.resolve("Dockerfile"));
    }

    @Test
    void faults_theWorkersImage_areNone() throws IOException {
        assertThat(CudaImage.faults(WORKER)).isEmpty();
    }

    @Test
    void faults_otherVersionOfPyTorch_isNamed() {
        assertThat(CudaImage.faults(cuda, cpu, "2.8.0"))
                .containsExactly("PYTORCH_VERSION is 2.7.1, but DJL runs PyTorch 2.8.0");
    }

    @Test
    void faults_flavourWithoutNativeCode_isNamed() {
        String changed = cuda.replace("cu128", "cu121");

        assertThat(CudaImage.faults(changed, cpu, "2.7.1"))
                .singleElement()
                .asString()
                .startsWith("PYTORCH_FLAVOR is cu121, for which this DJL has no native code");
    }

    @Test
    void faults_archiveOfAnotherFlavour_isNamed() {
        String changed = cuda.replace("libtorch/cu128/", "libtorch/cpu/");

        assertThat(CudaImage.faults(changed, cpu, "2.7.1"))
                .singleElement()
                .asString()
                .startsWith("LIBTORCH is https://download.pytorch.org/libtorch/cpu/");
    }

    @Test
    void faults_deviceThatNeedsAGpu_isNamed() {
        String changed = cuda.replace("DEVICE=auto", "DEVICE=cuda");

        assertThat(CudaImage.faults(changed, cpu, "2.7.1"))
                .containsExactly(
                        "DEVICE must be auto, so that the worker starts on a CPU where no GPU is");
    }

    @Test
    void faults_otherStart_isNamed() {
        String changed = cuda.replace("MaxRAMPercentage=40", "MaxRAMPercentage=50");

        assertThat(CudaImage.faults(changed, cpu, "2.7.1"))
                .containsExactly("the images start differently");
    }
}
