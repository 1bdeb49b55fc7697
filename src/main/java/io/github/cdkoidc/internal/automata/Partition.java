package io.github.cdkoidc.internal.automata;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** Numbers in classes that are split and never joined. Those of a class stand side by side, the doubtful ones first. */
final class Partition {

    private final int[] members;
    private final int[] places;
    private final int[] classes;
    private final int[] first;
    private final int[] end;
    private final int[] doubtful;
    private final Deque<Integer> inDoubt = new ArrayDeque<>();
    private int count;

    /** Classes of these numbers, each in doubt; the limit is above all numbers. */
    Partition(List<int[]> groups, int limit) {
        this.members = new int[groups.stream().mapToInt(group -> group.length).sum()];
        this.places = new int[limit];
        this.classes = new int[limit];
        this.first = new int[members.length];
        this.end = new int[members.length];
        this.doubtful = new int[members.length];
        Arrays.fill(classes, -1);
        int place = 0;
        for (int[] group : groups) {
            first[count] = place;
            for (int state : group) {
                members[place] = state;
                places[state] = place++;
                classes[state] = count;
            }
            end[count] = place;
            doubtful[count] = group.length;
            inDoubt.add(count++);
        }
    }

    /** The class of a number, or -1. */
    int classOf(int state) {
        return classes[state];
    }

    int size(int ofClass) {
        return end[ofClass] - first[ofClass];
    }

    /** One number of a class. */
    int member(int ofClass, int place) {
        return members[first[ofClass] + place];
    }

    /** So many numbers of a class, from its end. */
    int[] last(int ofClass, int howMany) {
        return Arrays.copyOfRange(members, end[ofClass] - howMany, end[ofClass]);
    }

    /** A class with numbers in doubt, or -1. */
    int nextInDoubt() {
        Integer next = inDoubt.poll();
        return next == null ? -1 : next;
    }

    /** Casts doubt on a number. */
    void doubt(int state) {
        int own = classes[state];
        if (own < 0 || places[state] < first[own] + doubtful[own]) {
            return;
        }
        if (doubtful[own]++ == 0) {
            inDoubt.add(own);
        }
        swap(places[state], first[own] + doubtful[own] - 1);
    }

    /** The numbers in doubt of a class, which are from now on not. */
    int[] takeDoubtful(int ofClass) {
        int[] taken = Arrays.copyOfRange(members, first[ofClass], first[ofClass] + doubtful[ofClass]);
        doubtful[ofClass] = 0;
        return taken;
    }

    /** Makes a class of some numbers of a class without doubt. */
    void split(int ofClass, int[] states) {
        int own = count++;
        end[own] = end[ofClass];
        for (int state : states) {
            swap(places[state], --end[ofClass]);
            classes[state] = own;
        }
        first[own] = end[ofClass];
    }

    private void swap(int one, int other) {
        int state = members[one];
        members[one] = members[other];
        members[other] = state;
        places[members[one]] = one;
        places[members[other]] = other;
    }
}
