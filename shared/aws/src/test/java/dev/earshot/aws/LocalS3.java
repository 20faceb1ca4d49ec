package dev.earshot.aws;

import dev.earshot.aws.client.Clients;
import dev.earshot.aws.client.ServiceAccess;

import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

import software.amazon.awssdk.services.s3.S3Client;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** S3Proxy in this process, over a temporary folder; one for all tests. */
public final class LocalS3 {
    static final ServiceAccess.Credentials CREDENTIALS =
            new ServiceAccess.Credentials("AKIALOCAL", "local-secret");
    private static final LocalS3 RUNNING = start();

    private final URI endpoint;
    private final AtomicInteger buckets = new AtomicInteger();

    private LocalS3(URI endpoint) {
        this.endpoint = endpoint;
    }

    public static LocalS3 running() {
        return RUNNING;
    }

    public ServiceAccess access() {
        return new ServiceAccess(
                "eu-central-1",
                Optional.of(CREDENTIALS),
                new ServiceAccess.Endpoints(
                        Optional.empty(),
                        Optional.of(endpoint),
                        Optional.empty(),
                        Optional.empty()));
    }

    public Clients clients() {
        return new Clients(access());
    }

    public String newBucket(S3Client client) {
        String name = "bucket-" + buckets.incrementAndGet();
        client.createBucket(create -> create.bucket(name));
        return name;
    }

    private static LocalS3 start() {
        try {
            Path folder = Files.createTempDirectory("earshot-s3");
            S3Proxy server =
                    S3Proxy.builder()
                            .blobStore(new FilesystemNio2BlobStore(folder.toString()))
                            .endpoint(URI.create("http://127.0.0.1:0"))
                            .awsAuthentication(
                                    AuthenticationType.AWS_V2_OR_V4,
                                    CREDENTIALS.accessKeyId(),
                                    CREDENTIALS.secretAccessKey())
                            .ignoreUnknownHeaders(true)
                            .build();
            server.start();
            return new LocalS3(URI.create("http://127.0.0.1:" + server.getPort()));
        } catch (Exception e) {
            throw new IllegalStateException("S3Proxy must start", e);
        }
    }
}
