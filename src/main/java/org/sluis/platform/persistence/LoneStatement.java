package org.sluis.platform.persistence;

import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Caller;

/**
 * A statement that is a person's whole transaction: it enters the second wall, asks its question behind it, does something
 * with the answer and is committed, in one round trip where a transaction of the container takes three. The question
 * refers to the entrance from within a lateral join, so PostgreSQL cannot begin with it; could it, the wall would show nothing.
 */
public final class LoneStatement {

    private static final Pattern PARAMETER = Pattern.compile("\\?(\\d+)");

    private static final String BEHIND_THE_WALL = """
            with entered as materialized (select cast(%s as text) as told),
            asked as materialized (
                select answer.*
                from entered
                cross join lateral (select * from (%%s) question where entered.told is not null offset 0) answer)
            %%s
            """.formatted(RowSecurity.ENTER);

    private final String text;
    private final List<Integer> order;

    /**
     * @param question SQL that reads, with parameters {@code ?1} and so on
     * @param then what follows it, with further parameters; it has the answer as {@code asked} and gives rows
     */
    public LoneStatement(String question, String then) {
        Matcher parameters = PARAMETER.matcher(BEHIND_THE_WALL.formatted(question, then));
        this.text = parameters.replaceAll("?");
        this.order = parameters
                .reset()
                .results()
                .map(parameter -> Integer.valueOf(parameter.group(1)))
                .toList();
    }

    /**
     * Runs it; what it did is on the disk when this returns.
     *
     * @param values of the parameters, the first of {@code ?1}
     * @throws IllegalStateException in a transaction, which has a name already
     * @throws PersistenceException where the database is away or refuses; nothing is done then
     */
    public List<Row> rows(DataSource database, Caller caller, List<@Nullable String> values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(text)) {
            if (!connection.getAutoCommit()) {
                throw new IllegalStateException("a lone statement is no part of a transaction");
            }
            List<@Nullable String> all = Stream.concat(
                            Stream.of(RowSecurity.name(caller)),
                            order.stream().map(parameter -> values.get(parameter - 1)))
                    .toList();
            for (int position = 0; position < all.size(); position++) {
                statement.setString(position + 1, all.get(position));
            }
            return rows(statement.executeQuery());
        } catch (SQLException refused) {
            throw new PersistenceException("the statement was not carried out", refused);
        }
    }

    private static List<Row> rows(ResultSet results) throws SQLException {
        List<Row> rows = new ArrayList<>();
        @Nullable Object[] columns = new Object[results.getMetaData().getColumnCount()];
        while (results.next()) {
            for (int column = 0; column < columns.length; column++) {
                columns[column] = results.getObject(column + 1);
            }
            rows.add(Row.of(columns.clone()));
        }
        return rows;
    }
}
