package dev.jprof.benchmarks.library;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Inserts, updates, joins and deletes in an H2 database that lives in memory. A round is one customer with ten orders. */
public final class H2Statements {
    private static final int ORDERS = 10;

    private final Connection connection;

    private H2Statements(Connection connection) {
        this.connection = connection;
    }

    public static void main(String[] args) throws SQLException {
        int rounds = Integer.parseInt(args[0]);
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:shop")) {
            var statements = new H2Statements(connection);
            statements.createTables();
            for (int i = 0; i < rounds; i++) {
                statements.insert(i);
                statements.update(i);
                statements.join(i);
                statements.delete(i - 50);
            }
        }
    }

    private void createTables() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table customer(id int primary key, name varchar(40), city varchar(40))");
            statement.execute("create table purchase(id int primary key, customer int, price decimal(10, 2))");
            statement.execute("create index purchase_customer on purchase(customer)");
        }
    }

    private void insert(int round) throws SQLException {
        execute("insert into customer values(?, 'customer " + round % 20 + "', 'Oslo')", round);
        for (int i = 0; i < ORDERS; i++) {
            execute("insert into purchase values(?, " + round + ", " + i + ".25)", round * ORDERS + i);
        }
    }

    private void update(int round) throws SQLException {
        execute("update purchase set price = price + 1 where customer = ?", round);
    }

    private void join(int round) throws SQLException {
        String query = "select c.name, count(*), sum(p.price) from customer c join purchase p on p.customer = c.id"
                + " where c.id between ? and ? group by c.name order by 3 desc";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setInt(1, round - 5);
            statement.setInt(2, round);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    if (rows.getInt(2) % ORDERS != 0) {
                        throw new IllegalStateException(rows.getString(1) + " lost an order");
                    }
                }
            }
        }
    }

    private void delete(int round) throws SQLException {
        execute("delete from purchase where customer = ?", round);
        execute("delete from customer where id = ?", round);
    }

    private void execute(String text, int number) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            statement.setInt(1, number);
            statement.executeUpdate();
        }
    }
}
