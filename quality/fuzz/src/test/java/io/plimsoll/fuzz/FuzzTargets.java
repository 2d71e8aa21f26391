package io.plimsoll.fuzz;

import io.plimsoll.advisory.SegmentFuzz;
import io.plimsoll.catalog.Cataloger;
import io.plimsoll.catalog.all.Catalogers;
import io.plimsoll.catalog.java.ClassPackagesFuzz;
import io.plimsoll.catalog.rpm.RpmHeaderFuzz;
import io.plimsoll.daemon.containerd.BoltFuzz;
import io.plimsoll.daemon.docker.InspectionFuzz;
import io.plimsoll.daemon.http.EngineHttpFuzz;
import io.plimsoll.delivery.DeliveryFuzz;
import io.plimsoll.engine.EngineFuzz;
import io.plimsoll.engine.FactsFuzz;
import io.plimsoll.feeds.FeedFuzz;
import io.plimsoll.net.NetFuzz;
import io.plimsoll.registry.RegistryFuzz;
import io.plimsoll.testkit.BlobCompression;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// All targets by name.
final class FuzzTargets {
    private static final Map<String, FuzzTarget> ALL = make();

    private FuzzTargets() {}

    static Map<String, FuzzTarget> all() {
        return Collections.unmodifiableMap(ALL);
    }

    /// @throws IllegalArgumentException if there is none of this name
    static FuzzTarget of(String name) {
        FuzzTarget target = ALL.get(name);
        if (target == null) {
            throw new IllegalArgumentException("'" + name + "' is no target; " + ALL.keySet());
        }
        return target;
    }

    private static Map<String, FuzzTarget> make() {
        Map<String, FuzzTarget> all = new LinkedHashMap<>();
        for (Cataloger cataloger : Catalogers.all()) {
            all.put("catalog-" + cataloger.id(), new CatalogTarget(cataloger));
        }
        all.put("rpm-header", RpmHeaderFuzz::run);
        all.put("class-packages", ClassPackagesFuzz::run);
        all.put("tar", TarTarget::run);
        for (BlobCompression compression : BlobCompression.values()) {
            all.put(
                    "blob-" + compression.name().toLowerCase(java.util.Locale.ROOT),
                    BlobTarget::run);
        }
        all.put("json", JsonTarget::run);
        all.put("purl", PurlTarget::run);
        all.put("version", VersionTargets::order);
        all.put("version-range", VersionTargets::ranges);
        all.put("layer-cache", EngineFuzz::layerCache);
        all.put("layer", EngineFuzz::layer);
        all.put("docker-archive", input -> EngineFuzz.file("docker-archive", input));
        all.put("oci-archive", input -> EngineFuzz.file("oci-archive", input));
        all.put("oci-index", EngineFuzz::ociIndex);
        all.put("dockerfile", DockerfileTarget::file);
        all.put("dockerfile-history", DockerfileTarget::history);
        all.put("lint", LintTarget::file);
        all.put("shell-script", LintTarget::script);
        all.put("dockerignore", LintTarget::dockerignore);
        all.put("package-needs", LintTarget::needs);
        all.put("native-program", EngineFuzz::nativeProgram);
        all.put("sbom", input -> EngineFuzz.file("sbom", input));
        SbomSeeds.targets().forEach(name -> all.put(name, input -> EngineFuzz.file("sbom", input)));
        all.put("purls", input -> EngineFuzz.file("purls", input));
        all.put("osv", FeedFuzz::osv);
        all.put("feeds", FeedFuzz::all);
        all.put("advisory-segment", SegmentFuzz::advisories);
        all.put("advisory-facts", SegmentFuzz::facts);
        all.put("advisory-index", SegmentFuzz::index);
        all.put("advisory-patch", SegmentFuzz::patch);
        all.put("ignore-file", PolicyTarget::ignoreFile);
        all.put("vex", PolicyTarget::vex);
        all.put("provenance", AttestationTarget::provenance);
        all.put("image-signature", AttestationTarget::signature);
        all.put("secrets", ChecksTarget::secrets);
        all.put("accounts", ChecksTarget::accounts);
        all.put("layer-facts", FactsFuzz::layer);
        all.put("facts-cache", FactsFuzz::cache);
        putNetwork(all);
        return all;
    }

    /// What comes from registries, engines and mirrors, and what leads to them.
    private static void putNetwork(Map<String, FuzzTarget> all) {
        all.put("signature", DeliveryFuzz::signature);
        all.put("trusted-keys", DeliveryFuzz::keys);
        all.put("patch-route", DeliveryFuzz::index);
        all.put("registry", RegistryFuzz::registry);
        all.put("challenge", RegistryFuzz::challenge);
        all.put("docker-config", RegistryFuzz::dockerConfig);
        all.put("engine-http", EngineHttpFuzz::run);
        all.put("engine-inspection", InspectionFuzz::run);
        all.put("bbolt", BoltFuzz::run);
        all.put("pem", NetFuzz::pem);
        all.put("proxy", NetFuzz::proxy);
    }
}
