package dev.earshot.local;

import dev.earshot.local.server.Forwarding;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The stack's servers on an address that containers of this machine reach, at the ports that {@code
 * events/env.json} names: {@code sam local} runs functions in containers. The servers take only
 * requests that are signed with the stack's own credentials.
 */
final class ContainerAccess implements AutoCloseable {
    static final int DYNAMODB_PORT = 8741;
    static final int S3_PORT = 8742;
    static final int SQS_PORT = 8743;
    static final int LAMBDA_PORT = 8744;

    private final List<Forwarding> forwarded;

    private ContainerAccess(List<Forwarding> forwarded) {
        this.forwarded = List.copyOf(forwarded);
    }

    static ContainerAccess open(String address, StackState.Ports ports, int lambdaPort)
            throws IOException {
        InetAddress host = checked(address);
        List<Forwarding> opened = new ArrayList<>();
        try {
            opened.add(forward(host, DYNAMODB_PORT, ports.dynamoDb()));
            opened.add(forward(host, S3_PORT, ports.s3()));
            opened.add(forward(host, SQS_PORT, ports.sqs()));
            opened.add(forward(host, LAMBDA_PORT, lambdaPort));
            return new ContainerAccess(opened);
        } catch (IOException | RuntimeException e) {
            opened.forEach(Forwarding::close);
            throw e;
        }
    }

    private static Forwarding forward(InetAddress host, int port, int inner) throws IOException {
        try {
            return Forwarding.start(new InetSocketAddress(host, port), inner);
        } catch (IOException e) {
            throw new StackException(
                    "cannot listen on "
                            + host.getHostAddress()
                            + ":"
                            + port
                            + ", which events/env.json names: "
                            + e.getMessage());
        }
    }

    /** Only an address that nothing outside this machine's own networks can reach. */
    private static InetAddress checked(String address) throws IOException {
        InetAddress host;
        try {
            host = InetAddress.ofLiteral(address);
        } catch (IllegalArgumentException e) {
            throw new StackException("'" + address + "' is not an IP address");
        }
        if (!host.isSiteLocalAddress() && !host.isLoopbackAddress()) {
            throw new StackException(
                    address
                            + " is not the address of a private network; give that of Docker's"
                            + " bridge, often 172.17.0.1");
        }
        if (!host.isLoopbackAddress() && NetworkInterface.getByInetAddress(host) == null) {
            throw new StackException(
                    address
                            + " is not an address of this machine; 'ip address show docker0' prints"
                            + " that of Docker's bridge");
        }
        return host;
    }

    /** What the shell that calls {@code sam local} must have; none of it is in the repository. */
    static void writeSecrets(Path file, StackState.Secrets secrets, String region)
            throws IOException {
        OwnerOnly.write(
                file,
                """
                export AWS_ACCESS_KEY_ID=%s
                export AWS_SECRET_ACCESS_KEY=%s
                export AWS_DEFAULT_REGION=%s
                export AWS_REGION=%s
                export PSEUDONYM_KEY=%s
                unset AWS_SESSION_TOKEN AWS_PROFILE
                """
                        .formatted(
                                secrets.accessKeyId(),
                                secrets.secretAccessKey(),
                                region,
                                region,
                                secrets.pseudonymKey()));
    }

    @Override
    public void close() {
        forwarded.forEach(Forwarding::close);
    }
}
