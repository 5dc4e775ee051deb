package org.sluis.inspection;

import static org.sluis.platform.rest.Audience.ADMIN;
import static org.sluis.platform.rest.Audience.CLIENT;
import static org.sluis.platform.rest.Audience.DPO;
import static org.sluis.platform.rest.Audience.INSPECTOR;

import java.util.List;
import org.sluis.platform.rest.VisibleTo;

/**
 * What may be sent as a category, as forms tell it.
 *
 * @param limit bytes one file may have
 * @param extensions the file name endings, in order
 */
public record CategoryView(
        @VisibleTo({CLIENT, INSPECTOR, ADMIN, DPO}) String name,
        @VisibleTo({CLIENT, INSPECTOR, ADMIN, DPO}) long limit,
        @VisibleTo({CLIENT, INSPECTOR, ADMIN, DPO}) List<String> extensions) {

    public static CategoryView of(Category category) {
        return new CategoryView(category.name(), category.limit(), List.copyOf(category.extensions()));
    }
}
