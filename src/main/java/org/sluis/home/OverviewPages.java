package org.sluis.home;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.security.CurrentCaller;
import org.sluis.platform.web.PageModel;

/** How the portal is used, in plots with the numbers behind each, and all of them as a table for other programs. */
@Path("overview")
@Produces("text/html;charset=UTF-8")
@RolesAllowed("admin")
@RequestScoped
public class OverviewPages {

    private static final List<String> PERIODS = List.of("30", "90");

    private static final List<String> COLUMNS = List.of(
            "day", "uploads", "refused", "bytes", "secondsToVerdict", "longestSecondsToVerdict", "activePeople");

    /** What is plotted, and by the peak of which column it is measured: two of one plot have one scale. */
    private static final Map<String, String> SCALES = Map.of(
            "uploads", "uploads",
            "refused", "uploads",
            "bytes", "bytes",
            "secondsToVerdict", "longestSecondsToVerdict",
            "longestSecondsToVerdict", "longestSecondsToVerdict",
            "activePeople", "activePeople");

    private static final double WHOLE = 100;

    @Inject
    CurrentCaller caller;

    @Inject
    Overview overview;

    @Inject
    PageModel model;

    @GET
    public String overview(@QueryParam("days") @Nullable Integer days) {
        Overview.Shown shown = overview.of(caller.get(), days);
        List<FilteredView> perDay = perDay(shown);
        model.show("numbers", shown.numbers());
        model.show("refusals", shown.refusals());
        model.showAll("days", perDay);
        model.repeat("sums", sums(perDay));
        model.repeat("peaks", peaks(perDay));
        model.repeat("heights", heights(perDay));
        model.offer("periods", PERIODS);
        return "home/overview.html";
    }

    /** RFC 4180; days, and numbers that need no quotes. */
    @GET
    @Path("days.csv")
    @Produces("text/csv;charset=UTF-8")
    public Response table(@QueryParam("days") @Nullable Integer days) {
        Stream<String> lines = perDay(overview.of(caller.get(), days)).stream()
                .map(day -> COLUMNS.stream()
                        .map(column -> String.valueOf(day.get(column)))
                        .collect(Collectors.joining(",")));
        String table = Stream.concat(Stream.of(String.join(",", COLUMNS)), lines)
                .collect(Collectors.joining("\r\n", "", "\r\n"));
        return Response.ok(table)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"overview.csv\"")
                .build();
    }

    private static Map<String, String> sums(List<FilteredView> perDay) {
        Map<String, String> sums = new HashMap<>();
        for (String column : SCALES.keySet()) {
            sums.put(
                    column,
                    String.valueOf(perDay.stream()
                            .mapToLong(day -> number(day, column))
                            .sum()));
        }
        return sums;
    }

    private static Map<String, String> peaks(List<FilteredView> perDay) {
        Map<String, String> peaks = new HashMap<>();
        for (String column : SCALES.keySet()) {
            peaks.put(column, String.valueOf(peak(perDay, column)));
        }
        return peaks;
    }

    /** How high each bar is, in hundredths of its plot; a bar is called as its column and its day. */
    private static Map<String, String> heights(List<FilteredView> perDay) {
        Map<String, String> heights = new HashMap<>();
        SCALES.forEach((column, scale) -> {
            long peak = Math.max(1, peak(perDay, scale));
            for (FilteredView day : perDay) {
                double height = WHOLE * number(day, column) / peak;
                heights.put(column + day.get("day"), String.format(Locale.ROOT, "%.1f", height));
            }
        });
        return heights;
    }

    private static long peak(List<FilteredView> perDay, String column) {
        return perDay.stream().mapToLong(day -> number(day, column)).max().orElse(0);
    }

    private static long number(FilteredView day, String column) {
        return day.get(column) instanceof Number number ? number.longValue() : 0;
    }

    private static List<FilteredView> perDay(Overview.Shown shown) {
        return shown.numbers().get("perDay") instanceof List<?> days
                ? days.stream().map(FilteredView.class::cast).toList()
                : List.of();
    }
}
