package org.sluis.inspection.parsing;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sluis.inspection.parsing.ParentPipe.Order;

/**
 * The program of the child process: takes one file after the other from the portal and says of each what it is. It ends
 * when the pipe closes, when the portal dies, and when memory runs out.
 */
public final class Parser {

    /** How it ends when memory runs out, by the virtual machine's own word. */
    public static final int OUT_OF_MEMORY = 3;

    private final ParentPipe parent;
    private final Budget budget;

    Parser(ParentPipe parent, Budget budget) {
        this.parent = parent;
        this.budget = budget;
    }

    /** @param arguments the budget */
    public static void main(String[] arguments) {
        FileOutputStream pipe = new FileOutputStream(FileDescriptor.out);
        System.setOut(System.err);
        URL.setURLStreamHandlerFactory(protocol -> protocol.matches("https?|ftp") ? new NoConnection() : null);
        Logger.getLogger("").setLevel(Level.OFF);
        dieWithPortal();
        ParentPipe parent = new ParentPipe(
                new BufferedInputStream(new FileInputStream(FileDescriptor.in), Signal.MAX_BYTES),
                new BufferedOutputStream(pipe, Signal.MAX_BYTES));
        WarmUp.run();
        new Parser(parent, Budget.fromArgument(arguments[0])).run();
    }

    /** A parser that is caught in a file does not read from the pipe, and would not see it close. */
    private static void dieWithPortal() {
        Optional<ProcessHandle> parent = ProcessHandle.current().parent();
        Thread mourner = new Thread(() -> {
            parent.ifPresent(process -> process.onExit().join());
            Runtime.getRuntime().halt(1);
        });
        mourner.setDaemon(true);
        mourner.start();
    }

    private void run() {
        for (Optional<Order> order = parent.next(); order.isPresent(); order = parent.next()) {
            take(order.get());
        }
    }

    private void take(Order order) {
        Examination examination = new Examination(parent, new Meter(budget, order.size()), order.lifts());
        Bytes file = new PortalBytes(parent, order.size());
        try {
            if (order.task() == Task.CLEAN) {
                new CopyMaker(parent, budget).make(file, order);
                return;
            }
            if (order.glance().isPresent()) {
                new Showing(parent, budget).show(file, order, order.glance().get());
                return;
            }
            examination.whole(file, order.fileName(), order.types());
            parent.passed(examination.type(), examination.notices());
        } catch (Refusal refusal) {
            parent.refused(examination.type(), refusal.objection());
        } catch (StackOverflowError tooDeep) {
            parent.refused(examination.type(), Objection.of(Rule.NESTING));
        } catch (UncheckedIOException portalGone) {
            throw portalGone;
        } catch (IOException | RuntimeException unreadable) {
            parent.refused(examination.type(), Objection.of(Rule.DAMAGED));
        }
    }
}
