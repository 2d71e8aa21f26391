// Says what the builders' own code makes of `.dockerignore`: for each JSON object {"file", "path"} on
// standard input a line `true`, `false` or `error`.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"github.com/moby/patternmatcher"
	"github.com/moby/patternmatcher/ignorefile"
)

type question struct {
	File string `json:"file"`
	Path string `json:"path"`
}

func answer(q question) string {
	patterns, err := ignorefile.ReadAll(strings.NewReader(q.File))
	if err != nil {
		return "error"
	}
	matcher, err := patternmatcher.New(patterns)
	if err != nil {
		return "error"
	}
	ignored, err := matcher.MatchesOrParentMatches(q.Path)
	if err != nil {
		return "error"
	}
	return fmt.Sprint(ignored)
}

func main() {
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(make([]byte, 1<<20), 1<<20)
	for in.Scan() {
		var q question
		if err := json.Unmarshal(in.Bytes(), &q); err != nil {
			panic(err)
		}
		fmt.Println(answer(q))
	}
}
