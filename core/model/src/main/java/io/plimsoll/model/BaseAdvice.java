package io.plimsoll.model;

import java.util.List;

/// What is to be said of the base image of a target.
///
/// @param base how it was found
/// @param current what is known of it
/// @param recommendations what could be used instead: by relation, the best of each first
/// @param leftOut how many were left out because they are worse
/// @param notes what limits the advice, for people
public record BaseAdvice(
        BaseImage base,
        BaseFacts current,
        List<Recommendation> recommendations,
        int leftOut,
        List<String> notes) {
    public BaseAdvice {
        recommendations = List.copyOf(recommendations);
        notes = List.copyOf(notes);
    }
}
