package main

import (
	"fmt"
	"os"
	"runtime/debug"
)

// release names the program's own version: the commit it was built from. Where
// the build does not say, or the tree had been changed, it is the second in
// which the binary was written: other rules must not pass for the same ones.
func release() string {
	commit, changed := "", false
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			switch {
			case s.Key == "vcs.revision" && len(s.Value) >= 12:
				commit = s.Value[:12]
			case s.Key == "vcs.modified":
				changed = s.Value == "true"
			}
		}
	}
	if commit != "" && !changed {
		return commit
	}
	if path, err := os.Executable(); err == nil {
		if f, err := os.Stat(path); err == nil {
			return fmt.Sprintf("dev.%x", f.ModTime().Unix())
		}
	}
	return "dev"
}
