// Command frontline reads war reports and answers who held what, on any day,
// because of which words.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"
)

// Exit statuses beside 0.
const (
	exitFailed    = 1 // anything that went wrong
	exitUndecided = 2 // an unknown or ambiguous place
)

// errUndecided ends the command with exitUndecided; what there is to say has
// been printed.
var errUndecided = errors.New("unknown or ambiguous place")

// errSaid ends the command with exitFailed; what there is to say has been
// printed.
var errSaid = errors.New("failed")

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	status := run(ctx, os.Args[1:], streams{os.Stdin, os.Stdout, os.Stderr})
	stop()
	os.Exit(status)
}

// streams are what a command reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// run is the whole program but for the process: tests call it.
func run(ctx context.Context, args []string, std streams) int {
	root := &cobra.Command{
		Use:   "frontline",
		Short: "Who held what, on any day, because of which words",
		Long: `frontline reads war reports (Arabic wire reports first), puts what they claim on
the ground, and answers who held a place on a day, with the sentence that says so.`,
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.SetArgs(args)
	root.SetIn(std.in)
	root.SetOut(std.out)
	root.SetErr(std.err)
	root.CompletionOptions.HiddenDefaultCmd = true
	root.Version = release()
	root.AddCommand(extractCommand(), ingestCommand(), whoCommand(), exportCommand(), serveCommand(), demoCommand(), evaluateCommand(),
		gazetteerCommand(), replayCommand(), historyCommand(), heldCommand(), changesCommand(), contestedCommand(), pocketsCommand(), gapsCommand(),
		correctionsCommand(), retractCommand(), restoreCommand(), retractionsCommand(), sourcesCommand(), takeInCommand(),
		verifyCommand(), backupCommand(), foldCommand(), partitionCommand(), mapCommand(),
		differenceCommand(), seriesCommand(), snapshotCommand(), watchCommand())
	err := root.ExecuteContext(ctx)
	switch {
	case err == nil:
		return 0
	case errors.Is(err, errUndecided):
		return exitUndecided
	case !errors.Is(err, errSaid):
		fmt.Fprintln(std.err, "frontline:", err)
	}
	return exitFailed
}
