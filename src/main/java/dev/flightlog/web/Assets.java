package dev.flightlog.web;

import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Style sheet and scripts of the pages, each under an address that changes with its content. */
@Singleton
public final class Assets {
    private static final String OURS = "/web/";
    private static final String CHART_JS = "/META-INF/resources/webjars/chart.js/4.4.9/dist/chart.umd.js";
    private static final MediaType JAVASCRIPT = MediaType.of("text/javascript;charset=utf-8");
    private static final MediaType CSS = MediaType.of("text/css;charset=utf-8");
    private static final MediaType SVG = MediaType.of("image/svg+xml");
    private static final int DIGITS = 12;

    private final Map<String, Asset> byName = new LinkedHashMap<>();

    Assets() {
        add("flightlog.css", CSS, OURS + "flightlog.css");
        add("early.js", JAVASCRIPT, OURS + "early.js");
        add("flightlog.js", JAVASCRIPT, OURS + "flightlog.js");
        add("icon.svg", SVG, OURS + "icon.svg");
        add("chart.js", JAVASCRIPT, CHART_JS);
    }

    /** Where a browser gets it, such as {@code /assets/3f2a…/flightlog.css}. */
    public String url(String name) {
        Asset asset = Objects.requireNonNull(byName.get(name), () -> "no asset " + name);
        return "/assets/" + asset.version() + "/" + name;
    }

    @Nullable
    Asset named(String name) {
        return byName.get(name);
    }

    private void add(String name, MediaType type, String resource) {
        byte[] content = read(resource);
        byName.put(name, new Asset(type, digest(content).substring(0, DIGITS), content));
    }

    private static byte[] read(String resource) {
        try (InputStream file = Assets.class.getResourceAsStream(resource)) {
            return Objects.requireNonNull(file, () -> "no resource " + resource).readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** One file. */
    record Asset(MediaType type, String version, byte[] content) {}
}
