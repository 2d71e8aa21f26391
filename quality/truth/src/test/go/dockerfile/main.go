// Prints what BuildKit makes of Dockerfiles: one JSON object a line for each path on standard input.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"strings"

	"github.com/moby/buildkit/frontend/dockerfile/instructions"
	"github.com/moby/buildkit/frontend/dockerfile/parser"
	"github.com/moby/buildkit/frontend/dockerfile/shell"
)

type heredoc struct {
	Name    string `json:"name"`
	Expand  bool   `json:"expand"`
	Chomp   bool   `json:"chomp"`
	Content string `json:"content"`
}

type node struct {
	Keyword  string    `json:"keyword"`
	Flags    []string  `json:"flags"`
	Args     []string  `json:"args"`
	JSON     bool      `json:"json"`
	Start    int       `json:"start"`
	End      int       `json:"end"`
	Original string    `json:"original"`
	Heredocs []heredoc `json:"heredocs"`
}

type step struct {
	Name  string   `json:"name"`
	Words []string `json:"words"`
	Error string   `json:"error"`
}

type stage struct {
	Name  string `json:"name"`
	Base  string `json:"base"`
	Error string `json:"error"`
	Steps []step `json:"steps"`
}

type file struct {
	Path      string  `json:"path"`
	Error     string  `json:"error"`
	Escape    string  `json:"escape"`
	Nodes     []node  `json:"nodes"`
	BadStages string  `json:"badStages"`
	Stages    []stage `json:"stages"`
	Globals   string  `json:"globals"`
}

type env map[string]string

func (e env) Get(name string) (string, bool) { v, ok := e[name]; return v, ok }

func (e env) Keys() []string {
	keys := []string{}
	for key := range e {
		keys = append(keys, key)
	}
	return keys
}

func (e env) clone() env {
	copied := env{}
	for key, value := range e {
		copied[key] = value
	}
	return copied
}

func main() {
	in := bufio.NewScanner(os.Stdin)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	for in.Scan() {
		content, err := os.ReadFile(in.Text())
		if err != nil {
			panic(err)
		}
		if err := encoder.Encode(read(in.Text(), content)); err != nil {
			panic(err)
		}
	}
}

func read(path string, content []byte) (result file) {
	result.Path = path
	defer func() {
		if failure := recover(); failure != nil {
			result = file{Path: path, Error: "panic"}
		}
	}()
	parsed, err := parser.Parse(bytes.NewReader(content))
	if err != nil {
		result.Error = err.Error()
		return
	}
	result.Escape = string(parsed.EscapeToken)
	for _, child := range parsed.AST.Children {
		result.Nodes = append(result.Nodes, toNode(child))
	}
	stages, globals, err := instructions.Parse(parsed.AST, nil)
	if err != nil {
		result.BadStages = err.Error()
		return
	}
	result.Stages, result.Globals = evaluate(stages, globals, parsed.EscapeToken)
	return
}

func toNode(child *parser.Node) node {
	made := node{
		Keyword:  child.Value,
		Flags:    flags(child),
		Args:     arguments(child),
		JSON:     child.Attributes["json"],
		Start:    child.StartLine,
		End:      child.EndLine,
		Original: child.Original,
		Heredocs: []heredoc{},
	}
	for _, each := range child.Heredocs {
		made.Heredocs = append(
			made.Heredocs, heredoc{each.Name, each.Expand, each.Chomp, each.Content})
	}
	return made
}

// BuildKit reads flags byte by byte and takes each for a character.
func flags(child *parser.Node) []string {
	all := []string{}
	for _, each := range child.Flags {
		written := []byte{}
		for _, character := range each {
			written = append(written, byte(character))
		}
		all = append(all, string(written))
	}
	return all
}

func arguments(child *parser.Node) []string {
	all := []string{}
	for next := child.Next; next != nil; next = next.Next {
		if len(next.Children) > 0 {
			inner := next.Children[0]
			all = append(all, inner.Value)
			all = append(all, flags(inner)...)
			all = append(all, arguments(inner)...)
		} else {
			all = append(all, next.Value)
		}
	}
	return all
}

func evaluate(
	stages []instructions.Stage, globals []instructions.ArgCommand, escape rune,
) ([]stage, string) {
	lexer := shell.NewLex(escape)
	variables := env{
		"BUILDPLATFORM": "linux/amd64", "BUILDOS": "linux", "BUILDOSVERSION": "", "BUILDARCH": "amd64",
		"BUILDVARIANT": "", "TARGETPLATFORM": "linux/amd64", "TARGETOS": "linux", "TARGETOSVERSION": "",
		"TARGETARCH": "amd64", "TARGETVARIANT": "", "TARGETSTAGE": "default",
	}
	for _, command := range globals {
		for _, pair := range command.Args {
			if pair.Value != nil {
				value, _, err := lexer.ProcessWord(*pair.Value, variables)
				if err != nil {
					return []stage{}, err.Error()
				}
				variables[pair.Key] = value
			}
		}
	}
	named := map[string]env{}
	all := []stage{}
	for _, each := range stages {
		made := stage{Name: each.Name, Steps: []step{}}
		base, _, err := lexer.ProcessWord(each.BaseName, variables)
		if err != nil {
			made.Error = err.Error()
		}
		made.Base = base
		scope := env{}
		if parent, ok := named[base]; ok {
			scope = parent.clone()
		}
		for _, command := range each.Commands {
			made.Steps = append(made.Steps, carryOut(command, lexer, scope, variables))
		}
		if each.Name != "" {
			named[strings.ToLower(each.Name)] = scope
		}
		all = append(all, made)
	}
	return all, ""
}

func carryOut(command instructions.Command, lexer *shell.Lex, scope env, globals env) step {
	made := step{Name: strings.ToLower(command.Name()), Words: []string{}}
	before := scope.clone()
	expand := func(word string) string {
		value, _, err := lexer.ProcessWord(word, before)
		if err != nil {
			made.Error = err.Error()
			return word
		}
		return value
	}
	add := func(words ...string) { made.Words = append(made.Words, words...) }
	switch c := command.(type) {
	case *instructions.EnvCommand:
		for _, pair := range c.Env {
			key, value := expand(pair.Key), expand(pair.Value)
			add(key, value)
			scope[key] = value
		}
	case *instructions.LabelCommand:
		for _, pair := range c.Labels {
			add(expand(pair.Key), expand(pair.Value))
		}
	case *instructions.ArgCommand:
		for _, pair := range c.Args {
			add(pair.Key)
			if pair.Value != nil {
				before = scope.clone()
				scope[pair.Key] = expand(*pair.Value)
				add(scope[pair.Key])
			} else if value, ok := globals[pair.Key]; ok {
				scope[pair.Key] = value
				add(value)
			}
		}
	case *instructions.CopyCommand:
		files(c.SourcesAndDest, add, expand)
	case *instructions.AddCommand:
		files(c.SourcesAndDest, add, expand)
	case *instructions.WorkdirCommand:
		add(expand(c.Path))
	case *instructions.UserCommand:
		add(expand(c.User))
	case *instructions.VolumeCommand:
		for _, each := range c.Volumes {
			add(expand(each))
		}
	case *instructions.StopSignalCommand:
		add(expand(c.Signal))
	}
	return made
}

func files(
	files instructions.SourcesAndDest, add func(words ...string), expand func(string) string,
) {
	for _, each := range files.SourcePaths {
		add(expand(each))
	}
	for _, each := range files.SourceContents {
		add("<<" + each.Path)
	}
	add(expand(files.DestPath))
}
