package dev.earshot.local.server;

import org.elasticmq.persistence.sql.DB;
import org.elasticmq.persistence.sql.SqlQueuePersistenceConfig;
import org.h2.jdbcx.JdbcConnectionPool;

import scalikejdbc.ConnectionPool;
import scalikejdbc.DataSourceConnectionPool;
import scalikejdbc.DataSourceConnectionPool$;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The H2 file of a stack's messages. ElasticMQ takes its connections from one pool of the whole
 * process, and opens that pool once: a second stack would write into the first one's file, even
 * when that has gone. So each stack puts its own pool there, one after the other, and takes it away
 * when it ends.
 */
final class MessageDatabase implements AutoCloseable {
    private static final AtomicReference<Path> OPEN = new AtomicReference<>();

    private final JdbcConnectionPool pool;
    private final SqlQueuePersistenceConfig config;

    private MessageDatabase(JdbcConnectionPool pool, SqlQueuePersistenceConfig config) {
        this.pool = pool;
        this.config = config;
    }

    /**
     * Opens the file, and shows again what a process before had received and not deleted.
     *
     * @throws IllegalStateException if this process has such a file open already
     */
    static MessageDatabase open(Path folder) throws SQLException {
        Path file = folder.toAbsolutePath().resolve("queues");
        if (!OPEN.compareAndSet(null, file)) {
            throw new IllegalStateException(
                    "this process keeps the messages of another stack in "
                            + OPEN.get()
                            + ": close that stack first, or start this one in a process of its"
                            + " own");
        }
        String uri = "jdbc:h2:file:" + file + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0";
        var config = new SqlQueuePersistenceConfig(true, "org.h2.Driver", uri, "", "", false);
        JdbcConnectionPool pool = JdbcConnectionPool.create(uri, "", "");
        try {
            giveBack(pool);
            // ElasticMQ opens its own pool at the first call, and never again.
            DB.initializeSingleton(config);
            ConnectionPool.singleton(
                    new DataSourceConnectionPool(
                            pool,
                            DataSourceConnectionPool$.MODULE$.$lessinit$greater$default$2(),
                            DataSourceConnectionPool$.MODULE$.$lessinit$greater$default$3()));
            return new MessageDatabase(pool, config);
        } catch (SQLException | RuntimeException e) {
            pool.dispose();
            OPEN.set(null);
            throw e;
        }
    }

    /** What ElasticMQ's store asks for; its connections come from this database's pool. */
    SqlQueuePersistenceConfig config() {
        return config;
    }

    /** Makes every received message visible again at once: its receiver died with the process. */
    private static void giveBack(JdbcConnectionPool pool) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet rows =
                    statement.executeQuery(
                            "select table_name from information_schema.tables where table_name like"
                                    + " 'MESSAGE\\_%'")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (String table : tables) {
                try (PreparedStatement update =
                        connection.prepareStatement(
                                "update \""
                                        + table.replace("\"", "\"\"")
                                        + "\" set next_delivery = 0 where receive_count > 0")) {
                    update.executeUpdate();
                }
            }
        }
    }

    @Override
    public void close() {
        pool.dispose();
        OPEN.set(null);
    }
}
