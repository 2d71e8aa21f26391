// Decodes a report into Trivy's own types, refuses what they do not know, and counts.
package main

import (
	"encoding/json"
	"fmt"
	"os"

	"github.com/aquasecurity/trivy/pkg/types"
)

func main() {
	decoder := json.NewDecoder(os.Stdin)
	decoder.DisallowUnknownFields()
	var report types.Report
	if err := decoder.Decode(&report); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	packages, affected, modified, unsure := 0, 0, 0, 0
	for _, result := range report.Results {
		packages += len(result.Packages)
		affected += len(result.Vulnerabilities)
		modified += len(result.ModifiedFindings)
		for _, each := range result.Packages {
			if each.Identifier.PURL == nil {
				unsure++
			}
		}
		for _, each := range result.Vulnerabilities {
			if each.PkgIdentifier.PURL == nil || each.Status.String() == "unknown" {
				unsure++
			}
		}
	}
	fmt.Println("system", report.Metadata.OS != nil && report.Metadata.OS.Family != "")
	fmt.Println("architecture", report.Metadata.ImageConfig.Architecture)
	fmt.Println("packages", packages)
	fmt.Println("affected", affected)
	fmt.Println("modified", modified)
	fmt.Println("unsure", unsure)
}
