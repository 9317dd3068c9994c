package dev.jprof.benchmarks.library;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes an order as JSON and reads it back. */
public final class JacksonRoundTrips {
    private JacksonRoundTrips() {}

    public static void main(String[] args) throws JsonProcessingException {
        int rounds = Integer.parseInt(args[0]);
        var mapper = new ObjectMapper();
        for (int i = 0; i < rounds; i++) {
            Order order = order(i);
            Order back = mapper.readValue(mapper.writeValueAsString(order), Order.class);
            if (!back.getLines()
                    .get(9)
                    .getArticle()
                    .equals(order.getLines().get(9).getArticle())) {
                throw new IllegalStateException("order " + i + " came back changed");
            }
        }
    }

    private static Order order(int number) {
        var lines = new ArrayList<OrderLine>();
        for (int i = 0; i < 10; i++) {
            var line = new OrderLine();
            line.setArticle("article " + (number + i));
            line.setAmount(i + 1);
            line.setPrice(1.25 * i);
            line.setTags(List.of("red", "round", "rare"));
            lines.add(line);
        }
        var order = new Order();
        order.setNumber(number);
        order.setCustomer("customer " + number % 100);
        order.setPaid(number % 2 == 0);
        order.setLines(lines);
        order.setRemarks(Map.of("from", "Oslo", "to", "Lisbon"));
        return order;
    }
}
