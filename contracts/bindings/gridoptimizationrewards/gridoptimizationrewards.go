// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package gridoptimizationrewards

import (
	"bytes"
	"errors"
	"math/big"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
)

// Reference imports to suppress errors if they are not otherwise used.
var (
	_ = bytes.Equal
	_ = errors.New
	_ = big.NewInt
	_ = common.Big1
	_ = types.BloomLookup
	_ = abi.ConvertType
)

// BusOpeningOpening is an auto generated low-level Go binding around an user-defined struct.
type BusOpeningOpening struct {
	Bus      PowerFlowBus
	BusPath  [][32]byte
	Voltages [][]byte
	Paths    [][][32]byte
}

// GridOptimizationRewardsEpoch is an auto generated low-level Go binding around an user-defined struct.
type GridOptimizationRewardsEpoch struct {
	Root       [32]byte
	Total      *big.Int
	Voided     *big.Int
	Bond       *big.Int
	Proposer   common.Address
	ProposedAt uint64
	Count      uint32
	ClosesAt   uint64
	StoppedAt  uint64
	Requests   uint32
	Attempt    uint32
	Status     uint8
}

// GridOptimizationRewardsLeaf is an auto generated low-level Go binding around an user-defined struct.
type GridOptimizationRewardsLeaf struct {
	Epoch    uint32
	Index    uint32
	Account  common.Address
	Site     uint64
	Start    uint32
	N        uint16
	KWh      uint64
	Method   [32]byte
	WorkHash [32]byte
	Amount   *big.Int
}

// GridOptimizationRewardsSettings is an auto generated low-level Go binding around an user-defined struct.
type GridOptimizationRewardsSettings struct {
	Window      uint64
	AnswerTime  uint64
	MinBond     *big.Int
	BondRate    *big.Int
	RequestBond *big.Int
}

// PowerFlowBus is an auto generated low-level Go binding around an user-defined struct.
type PowerFlowBus struct {
	Index uint32
	Count uint32
	Kind  uint8
	P     int64
	Q     int64
	QMin  int64
	QMax  int64
	VSet  int64
	VMin  int64
	VMax  int64
	RefE  int64
	RefF  int64
	G     int64
	B     int64
	Row   []PowerFlowNeighbour
}

// PowerFlowNeighbour is an auto generated low-level Go binding around an user-defined struct.
type PowerFlowNeighbour struct {
	Bus uint32
	G   int64
	B   int64
}

// SumTreeNode is an auto generated low-level Go binding around an user-defined struct.
type SumTreeNode struct {
	Hash [32]byte
	Sum  *big.Int
}

// TaskAllocationSpec is an auto generated low-level Go binding around an user-defined struct.
type TaskAllocationSpec struct {
	Group     uint64
	Index     uint32
	Kind      uint32
	Reward    *big.Int
	SpecHash  [32]byte
	InputRoot [32]byte
	SaltHash  [32]byte
}

// GridOptimizationRewardsMetaData contains all meta data concerning the GridOptimizationRewards contract.
var GridOptimizationRewardsMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"admin\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"adminDelay\",\"type\":\"uint48\",\"internalType\":\"uint48\"},{\"name\":\"rewards\",\"type\":\"address\",\"internalType\":\"contractRewardToken\"},{\"name\":\"work\",\"type\":\"address\",\"internalType\":\"contractTaskAllocation\"},{\"name\":\"s\",\"type\":\"tuple\",\"internalType\":\"structGridOptimizationRewards.Settings\",\"components\":[{\"name\":\"window\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"answerTime\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"minBond\",\"type\":\"uint128\",\"internalType\":\"uint128\"},{\"name\":\"bondRate\",\"type\":\"uint128\",\"internalType\":\"uint128\"},{\"name\":\"requestBond\",\"type\":\"uint128\",\"internalType\":\"uint128\"}]}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"DEFAULT_ADMIN_ROLE\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"KIND_POWER_FLOW\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"PAUSER_ROLE\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"PROPOSER_ROLE\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"REQUEST_WINDOWS\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"acceptDefaultAdminTransfer\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"answer\",\"inputs\":[{\"name\":\"taskId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"opening\",\"type\":\"tuple\",\"internalType\":\"structBusOpening.Opening\",\"components\":[{\"name\":\"bus\",\"type\":\"tuple\",\"internalType\":\"structPowerFlow.Bus\",\"components\":[{\"name\":\"index\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"count\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"kind\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"p\",\"type\":\"int64\",\"internalType\":\"int64\"},{\"name\":\"q\",\"type\":\"int64\",\"internalType\":\"int64\"},{\"name\":\"qMin\",\"type\":\"int64\",\"internalType\":\"int64\"},{\"name\":\"qMax\",\"type\":\"int64\",\"internalType\":\"int64\"},{\"name\":\"vSet\",\"type\":\"int64\",\"internalType\":\"int64\"},{\"name\":\"vMin\",\"type\":\"int64\",\"internalType\":\"int64\"},{\"name\":\"vMax\",\"type\":\"int64\",\"internalType\":\"int64\"},{\"name\":\"refE\",\"type\":\"int64\",\"internalType\":\"int64\"},{\"name\":\"refF\",\"type\":\"int64\",\"internalType\":\"int64\"},{\"name\":\"g\",\"type\":\"int64\",\"internalType\":\"int64\"},{\"name\":\"b\",\"type\":\"int64\",\"internalType\":\"int64\"},{\"name\":\"row\",\"type\":\"tuple[]\",\"internalType\":\"structPowerFlow.Neighbour[]\",\"components\":[{\"name\":\"bus\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"g\",\"type\":\"int64\",\"internalType\":\"int64\"},{\"name\":\"b\",\"type\":\"int64\",\"internalType\":\"int64\"}]}]},{\"name\":\"busPath\",\"type\":\"bytes32[]\",\"internalType\":\"bytes32[]\"},{\"name\":\"voltages\",\"type\":\"bytes[]\",\"internalType\":\"bytes[]\"},{\"name\":\"paths\",\"type\":\"bytes32[][]\",\"internalType\":\"bytes32[][]\"}]}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"answerTime\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"beginDefaultAdminTransfer\",\"inputs\":[{\"name\":\"newAdmin\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"bondFor\",\"inputs\":[{\"name\":\"total\",\"type\":\"uint128\",\"internalType\":\"uint128\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint128\",\"internalType\":\"uint128\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"bondRate\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint128\",\"internalType\":\"uint128\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"burned\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"cancelDefaultAdminTransfer\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"challengeDuplicate\",\"inputs\":[{\"name\":\"epoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"a\",\"type\":\"tuple\",\"internalType\":\"structGridOptimizationRewards.Leaf\",\"components\":[{\"name\":\"epoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"index\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"site\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"start\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"n\",\"type\":\"uint16\",\"internalType\":\"uint16\"},{\"name\":\"kWh\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"method\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"workHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"amount\",\"type\":\"uint128\",\"internalType\":\"uint128\"}]},{\"name\":\"pathA\",\"type\":\"tuple[]\",\"internalType\":\"structSumTree.Node[]\",\"components\":[{\"name\":\"hash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"sum\",\"type\":\"uint128\",\"internalType\":\"uint128\"}]},{\"name\":\"b\",\"type\":\"tuple\",\"internalType\":\"structGridOptimizationRewards.Leaf\",\"components\":[{\"name\":\"epoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"index\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"site\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"start\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"n\",\"type\":\"uint16\",\"internalType\":\"uint16\"},{\"name\":\"kWh\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"method\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"workHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"amount\",\"type\":\"uint128\",\"internalType\":\"uint128\"}]},{\"name\":\"pathB\",\"type\":\"tuple[]\",\"internalType\":\"structSumTree.Node[]\",\"components\":[{\"name\":\"hash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"sum\",\"type\":\"uint128\",\"internalType\":\"uint128\"}]}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"challengeLeaf\",\"inputs\":[{\"name\":\"epoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"leaf\",\"type\":\"tuple\",\"internalType\":\"structGridOptimizationRewards.Leaf\",\"components\":[{\"name\":\"epoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"index\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"site\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"start\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"n\",\"type\":\"uint16\",\"internalType\":\"uint16\"},{\"name\":\"kWh\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"method\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"workHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"amount\",\"type\":\"uint128\",\"internalType\":\"uint128\"}]},{\"name\":\"path\",\"type\":\"tuple[]\",\"internalType\":\"structSumTree.Node[]\",\"components\":[{\"name\":\"hash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"sum\",\"type\":\"uint128\",\"internalType\":\"uint128\"}]}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"challengeSum\",\"inputs\":[{\"name\":\"epoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"level\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"index\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"left\",\"type\":\"tuple\",\"internalType\":\"structSumTree.Node\",\"components\":[{\"name\":\"hash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"sum\",\"type\":\"uint128\",\"internalType\":\"uint128\"}]},{\"name\":\"right\",\"type\":\"tuple\",\"internalType\":\"structSumTree.Node\",\"components\":[{\"name\":\"hash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"sum\",\"type\":\"uint128\",\"internalType\":\"uint128\"}]},{\"name\":\"sum\",\"type\":\"uint128\",\"internalType\":\"uint128\"},{\"name\":\"path\",\"type\":\"tuple[]\",\"internalType\":\"structSumTree.Node[]\",\"components\":[{\"name\":\"hash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"sum\",\"type\":\"uint128\",\"internalType\":\"uint128\"}]}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"changeDefaultAdminDelay\",\"inputs\":[{\"name\":\"newDelay\",\"type\":\"uint48\",\"internalType\":\"uint48\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"claim\",\"inputs\":[{\"name\":\"leaf\",\"type\":\"tuple\",\"internalType\":\"structGridOptimizationRewards.Leaf\",\"components\":[{\"name\":\"epoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"index\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"site\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"start\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"n\",\"type\":\"uint16\",\"internalType\":\"uint16\"},{\"name\":\"kWh\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"method\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"workHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"amount\",\"type\":\"uint128\",\"internalType\":\"uint128\"}]},{\"name\":\"path\",\"type\":\"tuple[]\",\"internalType\":\"structSumTree.Node[]\",\"components\":[{\"name\":\"hash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"sum\",\"type\":\"uint128\",\"internalType\":\"uint128\"}]}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"closeRequest\",\"inputs\":[{\"name\":\"taskId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"bus\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"credit\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"amount\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"defaultAdmin\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"defaultAdminDelay\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint48\",\"internalType\":\"uint48\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"defaultAdminDelayIncreaseWait\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint48\",\"internalType\":\"uint48\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"dispute\",\"inputs\":[{\"name\":\"spec\",\"type\":\"tuple\",\"internalType\":\"structTaskAllocation.Spec\",\"components\":[{\"name\":\"group\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"index\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"kind\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"reward\",\"type\":\"uint128\",\"internalType\":\"uint128\"},{\"name\":\"specHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"inputRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"saltHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"name\":\"opening\",\"type\":\"tuple\",\"internalType\":\"structBusOpening.Opening\",\"components\":[{\"name\":\"bus\",\"type\":\"tuple\",\"internalType\":\"structPowerFlow.Bus\",\"components\":[{\"name\":\"index\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"count\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"kind\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"p\",\"type\":\"int64\",\"internalType\":\"int64\"},{\"name\":\"q\",\"type\":\"int64\",\"internalType\":\"int64\"},{\"name\":\"qMin\",\"type\":\"int64\",\"internalType\":\"int64\"},{\"name\":\"qMax\",\"type\":\"int64\",\"internalType\":\"int64\"},{\"name\":\"vSet\",\"type\":\"int64\",\"internalType\":\"int64\"},{\"name\":\"vMin\",\"type\":\"int64\",\"internalType\":\"int64\"},{\"name\":\"vMax\",\"type\":\"int64\",\"internalType\":\"int64\"},{\"name\":\"refE\",\"type\":\"int64\",\"internalType\":\"int64\"},{\"name\":\"refF\",\"type\":\"int64\",\"internalType\":\"int64\"},{\"name\":\"g\",\"type\":\"int64\",\"internalType\":\"int64\"},{\"name\":\"b\",\"type\":\"int64\",\"internalType\":\"int64\"},{\"name\":\"row\",\"type\":\"tuple[]\",\"internalType\":\"structPowerFlow.Neighbour[]\",\"components\":[{\"name\":\"bus\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"g\",\"type\":\"int64\",\"internalType\":\"int64\"},{\"name\":\"b\",\"type\":\"int64\",\"internalType\":\"int64\"}]}]},{\"name\":\"busPath\",\"type\":\"bytes32[]\",\"internalType\":\"bytes32[]\"},{\"name\":\"voltages\",\"type\":\"bytes[]\",\"internalType\":\"bytes[]\"},{\"name\":\"paths\",\"type\":\"bytes32[][]\",\"internalType\":\"bytes32[][]\"}]}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"epochOf\",\"inputs\":[{\"name\":\"epoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"tuple\",\"internalType\":\"structGridOptimizationRewards.Epoch\",\"components\":[{\"name\":\"root\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"total\",\"type\":\"uint128\",\"internalType\":\"uint128\"},{\"name\":\"voided\",\"type\":\"uint128\",\"internalType\":\"uint128\"},{\"name\":\"bond\",\"type\":\"uint128\",\"internalType\":\"uint128\"},{\"name\":\"proposer\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"proposedAt\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"count\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"closesAt\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"stoppedAt\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"requests\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"attempt\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"status\",\"type\":\"uint8\",\"internalType\":\"enumGridOptimizationRewards.Status\"}]}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"finalize\",\"inputs\":[{\"name\":\"epoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"getRoleAdmin\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"grantRole\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"hasRole\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"isFinal\",\"inputs\":[{\"name\":\"leaf\",\"type\":\"tuple\",\"internalType\":\"structGridOptimizationRewards.Leaf\",\"components\":[{\"name\":\"epoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"index\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"site\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"start\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"n\",\"type\":\"uint16\",\"internalType\":\"uint16\"},{\"name\":\"kWh\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"method\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"workHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"amount\",\"type\":\"uint128\",\"internalType\":\"uint128\"}]},{\"name\":\"path\",\"type\":\"tuple[]\",\"internalType\":\"structSumTree.Node[]\",\"components\":[{\"name\":\"hash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"sum\",\"type\":\"uint128\",\"internalType\":\"uint128\"}]}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"judgementOf\",\"inputs\":[{\"name\":\"taskId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"verdict\",\"type\":\"uint8\",\"internalType\":\"enumGridOptimizationRewards.Verdict\"},{\"name\":\"since\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"leafHash\",\"inputs\":[{\"name\":\"leaf\",\"type\":\"tuple\",\"internalType\":\"structGridOptimizationRewards.Leaf\",\"components\":[{\"name\":\"epoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"index\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"site\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"start\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"n\",\"type\":\"uint16\",\"internalType\":\"uint16\"},{\"name\":\"kWh\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"method\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"workHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"amount\",\"type\":\"uint128\",\"internalType\":\"uint128\"}]}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"minBond\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint128\",\"internalType\":\"uint128\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"money\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractIERC20\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"nullifiers\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractNullifiers\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"owner\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"pause\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"paused\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"pendingDefaultAdmin\",\"inputs\":[],\"outputs\":[{\"name\":\"newAdmin\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"schedule\",\"type\":\"uint48\",\"internalType\":\"uint48\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"pendingDefaultAdminDelay\",\"inputs\":[],\"outputs\":[{\"name\":\"newDelay\",\"type\":\"uint48\",\"internalType\":\"uint48\"},{\"name\":\"schedule\",\"type\":\"uint48\",\"internalType\":\"uint48\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"propose\",\"inputs\":[{\"name\":\"epoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"root\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"total\",\"type\":\"uint128\",\"internalType\":\"uint128\"},{\"name\":\"count\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"release\",\"inputs\":[{\"name\":\"epoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"renounceRole\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"requestBond\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint128\",\"internalType\":\"uint128\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"requestData\",\"inputs\":[{\"name\":\"leaf\",\"type\":\"tuple\",\"internalType\":\"structGridOptimizationRewards.Leaf\",\"components\":[{\"name\":\"epoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"index\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"site\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"start\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"n\",\"type\":\"uint16\",\"internalType\":\"uint16\"},{\"name\":\"kWh\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"method\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"workHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"amount\",\"type\":\"uint128\",\"internalType\":\"uint128\"}]},{\"name\":\"path\",\"type\":\"tuple[]\",\"internalType\":\"structSumTree.Node[]\",\"components\":[{\"name\":\"hash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"sum\",\"type\":\"uint128\",\"internalType\":\"uint128\"}]},{\"name\":\"spec\",\"type\":\"tuple\",\"internalType\":\"structTaskAllocation.Spec\",\"components\":[{\"name\":\"group\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"index\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"kind\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"reward\",\"type\":\"uint128\",\"internalType\":\"uint128\"},{\"name\":\"specHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"inputRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"saltHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"name\":\"bus\",\"type\":\"tuple\",\"internalType\":\"structPowerFlow.Bus\",\"components\":[{\"name\":\"index\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"count\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"kind\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"p\",\"type\":\"int64\",\"internalType\":\"int64\"},{\"name\":\"q\",\"type\":\"int64\",\"internalType\":\"int64\"},{\"name\":\"qMin\",\"type\":\"int64\",\"internalType\":\"int64\"},{\"name\":\"qMax\",\"type\":\"int64\",\"internalType\":\"int64\"},{\"name\":\"vSet\",\"type\":\"int64\",\"internalType\":\"int64\"},{\"name\":\"vMin\",\"type\":\"int64\",\"internalType\":\"int64\"},{\"name\":\"vMax\",\"type\":\"int64\",\"internalType\":\"int64\"},{\"name\":\"refE\",\"type\":\"int64\",\"internalType\":\"int64\"},{\"name\":\"refF\",\"type\":\"int64\",\"internalType\":\"int64\"},{\"name\":\"g\",\"type\":\"int64\",\"internalType\":\"int64\"},{\"name\":\"b\",\"type\":\"int64\",\"internalType\":\"int64\"},{\"name\":\"row\",\"type\":\"tuple[]\",\"internalType\":\"structPowerFlow.Neighbour[]\",\"components\":[{\"name\":\"bus\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"g\",\"type\":\"int64\",\"internalType\":\"int64\"},{\"name\":\"b\",\"type\":\"int64\",\"internalType\":\"int64\"}]}]},{\"name\":\"busPath\",\"type\":\"bytes32[]\",\"internalType\":\"bytes32[]\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"requestKey\",\"inputs\":[{\"name\":\"taskId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"bus\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"requestOf\",\"inputs\":[{\"name\":\"key\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"by\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"dueAt\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"epoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"amount\",\"type\":\"uint128\",\"internalType\":\"uint128\"},{\"name\":\"attempt\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"closed\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"revokeRole\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"rollbackDefaultAdminDelay\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"supportsInterface\",\"inputs\":[{\"name\":\"interfaceId\",\"type\":\"bytes4\",\"internalType\":\"bytes4\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"tasks\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractTaskAllocation\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"token\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractRewardToken\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"unpause\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"window\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"withdraw\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"event\",\"name\":\"Claimed\",\"inputs\":[{\"name\":\"epoch\",\"type\":\"uint32\",\"indexed\":true,\"internalType\":\"uint32\"},{\"name\":\"index\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"account\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"taskId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"amount\",\"type\":\"uint128\",\"indexed\":false,\"internalType\":\"uint128\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"DataAnswered\",\"inputs\":[{\"name\":\"taskId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"bus\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"by\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"DataRequested\",\"inputs\":[{\"name\":\"taskId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"bus\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"by\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"dueAt\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"DataWithheld\",\"inputs\":[{\"name\":\"taskId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"epoch\",\"type\":\"uint32\",\"indexed\":true,\"internalType\":\"uint32\"},{\"name\":\"amount\",\"type\":\"uint128\",\"indexed\":false,\"internalType\":\"uint128\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"DefaultAdminDelayChangeCanceled\",\"inputs\":[],\"anonymous\":false},{\"type\":\"event\",\"name\":\"DefaultAdminDelayChangeScheduled\",\"inputs\":[{\"name\":\"newDelay\",\"type\":\"uint48\",\"indexed\":false,\"internalType\":\"uint48\"},{\"name\":\"effectSchedule\",\"type\":\"uint48\",\"indexed\":false,\"internalType\":\"uint48\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"DefaultAdminTransferCanceled\",\"inputs\":[],\"anonymous\":false},{\"type\":\"event\",\"name\":\"DefaultAdminTransferScheduled\",\"inputs\":[{\"name\":\"newAdmin\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"acceptSchedule\",\"type\":\"uint48\",\"indexed\":false,\"internalType\":\"uint48\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Finalized\",\"inputs\":[{\"name\":\"epoch\",\"type\":\"uint32\",\"indexed\":true,\"internalType\":\"uint32\"},{\"name\":\"root\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"},{\"name\":\"total\",\"type\":\"uint128\",\"indexed\":false,\"internalType\":\"uint128\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Paused\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Proposed\",\"inputs\":[{\"name\":\"epoch\",\"type\":\"uint32\",\"indexed\":true,\"internalType\":\"uint32\"},{\"name\":\"attempt\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"root\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"},{\"name\":\"total\",\"type\":\"uint128\",\"indexed\":false,\"internalType\":\"uint128\"},{\"name\":\"count\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"bond\",\"type\":\"uint128\",\"indexed\":false,\"internalType\":\"uint128\"},{\"name\":\"closesAt\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Released\",\"inputs\":[{\"name\":\"epoch\",\"type\":\"uint32\",\"indexed\":true,\"internalType\":\"uint32\"},{\"name\":\"attempt\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"proposer\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"RoleAdminChanged\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"previousAdminRole\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"newAdminRole\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"RoleGranted\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"account\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"sender\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"RoleRevoked\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"account\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"sender\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"SolutionWrong\",\"inputs\":[{\"name\":\"taskId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"bus\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"challenger\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Struck\",\"inputs\":[{\"name\":\"epoch\",\"type\":\"uint32\",\"indexed\":true,\"internalType\":\"uint32\"},{\"name\":\"attempt\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"proposer\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"challenger\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Unpaused\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Withdrawn\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"AccessControlBadConfirmation\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"AccessControlEnforcedDefaultAdminDelay\",\"inputs\":[{\"name\":\"schedule\",\"type\":\"uint48\",\"internalType\":\"uint48\"}]},{\"type\":\"error\",\"name\":\"AccessControlEnforcedDefaultAdminRules\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"AccessControlInvalidDefaultAdmin\",\"inputs\":[{\"name\":\"defaultAdmin\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"AccessControlUnauthorizedAccount\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"neededRole\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"AlreadyRequested\",\"inputs\":[{\"name\":\"key\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"BadProposal\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"BadSettings\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"EnforcedPause\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"EpochNotOver\",\"inputs\":[{\"name\":\"epoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"ExpectedPause\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"FeeOnTransfer\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"Judged\",\"inputs\":[{\"name\":\"taskId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"verdict\",\"type\":\"uint8\",\"internalType\":\"enumGridOptimizationRewards.Verdict\"}]},{\"type\":\"error\",\"name\":\"LeafHolds\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NoRequest\",\"inputs\":[{\"name\":\"key\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"NotDisputable\",\"inputs\":[{\"name\":\"bus\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"NotDuplicate\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotInInput\",\"inputs\":[{\"name\":\"bus\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"NotInResult\",\"inputs\":[{\"name\":\"bus\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"NotInTree\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotPayable\",\"inputs\":[{\"name\":\"taskId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"NothingToWithdraw\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"ReentrancyGuardReentrantCall\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"RequestsOpen\",\"inputs\":[{\"name\":\"requests\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"SafeCastOverflowedUintDowncast\",\"inputs\":[{\"name\":\"bits\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"value\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"SafeERC20FailedOperation\",\"inputs\":[{\"name\":\"token\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"SolutionFails\",\"inputs\":[{\"name\":\"bus\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"SolutionHolds\",\"inputs\":[{\"name\":\"bus\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"StillMinter\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"SumHolds\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"TooEarly\",\"inputs\":[{\"name\":\"openAt\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"WindowClosed\",\"inputs\":[{\"name\":\"closedAt\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"WrongKind\",\"inputs\":[{\"name\":\"kind\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"WrongStatus\",\"inputs\":[{\"name\":\"epoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"status\",\"type\":\"uint8\",\"internalType\":\"enumGridOptimizationRewards.Status\"}]}]",
	ID:  "GridOptimizationRewards",
	Bin: "0x6101a0604052348015610010575f5ffd5b5060405161646e38038061646e83398101604081905261002f9161039c565b83856001600160a01b03811661005e57604051636116401160e11b81525f600482015260240160405180910390fd5b600180546001600160d01b0316600160d01b65ffffffffffff8516021790556100875f8261023e565b505081516001600160401b0316159050806100ad575060208101516001600160401b0316155b806100c3575060408101516001600160801b0316155b806100d9575060808101516001600160801b0316155b156100f757604051633223900b60e21b815260040160405180910390fd5b6001600160a01b03808416608052821660a0819052604080516339b51ea560e01b815290516339b51ea5916004808201926020929091908290030181865afa158015610145573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061016991906104a0565b6001600160a01b031660c0816001600160a01b031681525050816001600160a01b031663fc0c546a6040518163ffffffff1660e01b8152600401602060405180830381865afa1580156101be573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906101e291906104a0565b6001600160a01b031660e052805160208201516001600160401b03908116610120521661010052604081015160608201516080909201516001600160801b0390811661018052918216610160521661014052506104c292505050565b5f8261029a575f6102576002546001600160a01b031690565b6001600160a01b03161461027e57604051631fe1e13d60e11b815260040160405180910390fd5b600280546001600160a01b0319166001600160a01b0384161790555b6102a483836102ad565b90505b92915050565b5f828152602081815260408083206001600160a01b038516845290915281205460ff1661034d575f838152602081815260408083206001600160a01b03861684529091529020805460ff191660011790556103053390565b6001600160a01b0316826001600160a01b0316847f2f8788117e7eff1d82e926ec794901d17c78024a50270940304540a733656f0d60405160405180910390a45060016102a7565b505f6102a7565b6001600160a01b0381168114610368575f5ffd5b50565b80516001600160401b0381168114610381575f5ffd5b919050565b80516001600160801b0381168114610381575f5ffd5b5f5f5f5f5f8587036101208112156103b2575f5ffd5b86516103bd81610354565b602088015190965065ffffffffffff811681146103d8575f5ffd5b60408801519095506103e981610354565b60608801519094506103fa81610354565b925060a0607f198201121561040d575f5ffd5b5060405160a081016001600160401b038111828210171561043c57634e487b7160e01b5f52604160045260245ffd5b60405261044b6080880161036b565b815261045960a0880161036b565b602082015261046a60c08801610386565b604082015261047b60e08801610386565b606082015261048d6101008801610386565b6080820152809150509295509295909350565b5f602082840312156104b0575f5ffd5b81516104bb81610354565b9392505050565b60805160a05160c05160e0516101005161012051610140516101605161018051615e8a6105e45f395f81816104b901528181610b2301528181612482015261281e01525f818161040d015261120c01525f81816105e70152818161128701526112bd01525f81816108370152613c9f01525f81816104e801528181611e3e015261265a01525f818161054d01528181610e1a01528181613822015281816138a201526138eb01525f818161047201528181611ab401528181612e8801526130c401525f818161072501528181610a2d01528181610e7f01528181610f65015281816111470152818161192c015281816127290152612f8301525f818161095201528181611b1b01528181611d260152818161218501526122010152615e8a5ff3fe608060405234801561000f575f5ffd5b506004361061034d575f3560e01c806384ef8ffc116101c9578063cefc1429116100fe578063e14920541161009e578063eacb140811610079578063eacb140814610859578063ee783c161461091d578063f9e4e2441461093a578063fc0c546a1461094d575f5ffd5b8063e1492054146107f8578063e63ab1e91461080b578063e6a789ba14610832575f5ffd5b8063d5d44d80116100d9578063d5d44d80146107ab578063d602b9fd146107ca578063d9adbf85146107d2578063dda42b37146107e5575f5ffd5b8063cefc142914610762578063cf6eefb71461076a578063d547741f14610798575f5ffd5b8063a217fddf11610169578063c29627ed11610144578063c29627ed146106e0578063c305a6d914610720578063cc8463c814610747578063cd5b4dca1461074f575f5ffd5b8063a217fddf146106b3578063a942b1d3146106ba578063b2de421c146106cd575f5ffd5b806391d14854116101a457806391d148541461065157806397235f5f146106645780639cdf866d1461066c578063a1eda53c1461068c575f5ffd5b806384ef8ffc146106115780638da5cb5b146106225780638f61f4f51461062a575f5ffd5b80633f4ba83a1161029f578063634e93da1161023f57806373f425611161021a57806373f42561146105c657806378212a9b146105cf578063831518b7146105e25780638456cb5914610609575f5ffd5b8063634e93da1461058d578063649a5ec7146105a057806366545ce4146105b3575f5ffd5b80634d7d61161161027a5780634d7d6116146105355780634ddd108a14610548578063523be0b81461056f5780635c975abb14610582575f5ffd5b80633f4ba83a146104db578063461645bf146104e357806347c8079914610522575f5ffd5b806329d5843b1161030a57806336568abe116102e557806336568abe1461045a57806339b51ea51461046d5780633ccfd60b146104ac5780633d21f296146104b4575f5ffd5b806329d5843b146103f55780632e9e442f146104085780632f2ff15d14610447575f5ffd5b806301ffc9a714610351578063022d63fb1461037957806302ba208a146103955780630aa6220b146103aa5780632095eab3146103b2578063248a9ca3146103c5575b5f5ffd5b61036461035f366004614d13565b610974565b60405190151581526020015b60405180910390f35b620697805b60405165ffffffffffff9091168152602001610370565b6103a86103a3366004614d50565b61099e565b005b6103a8610bb9565b6103646103c0366004614deb565b610bce565b6103e76103d3366004614e3c565b5f9081526020819052604090206001015490565b604051908152602001610370565b6103a8610403366004614e66565b610c36565b61042f7f000000000000000000000000000000000000000000000000000000000000000081565b6040516001600160801b039091168152602001610370565b6103a8610455366004614ee4565b610cb8565b6103a8610468366004614ee4565b610ce4565b6104947f000000000000000000000000000000000000000000000000000000000000000081565b6040516001600160a01b039091168152602001610370565b6103a8610d8a565b61042f7f000000000000000000000000000000000000000000000000000000000000000081565b6103a8610e4c565b61050a7f000000000000000000000000000000000000000000000000000000000000000081565b6040516001600160401b039091168152602001610370565b6103a8610530366004614f22565b610e5e565b6103e7610543366004614f58565b6111b1565b6104947f000000000000000000000000000000000000000000000000000000000000000081565b61042f61057d366004614fa1565b6111f2565b60035460ff16610364565b6103a861059b366004614fbc565b6112e4565b6103a86105ae366004614fd7565b6112f7565b6103a86105c136600461501c565b61130a565b6103e760045481565b6103a86105dd3660046150bb565b61145e565b61042f7f000000000000000000000000000000000000000000000000000000000000000081565b6103a861161a565b6002546001600160a01b0316610494565b61049461164c565b6103e77fb09aa5aeb3702cfd50b6b62bc4532604938f21248a27a1d5ca736082b6819cc181565b61036461065f366004614ee4565b611664565b61050a600381565b61067f61067a366004615160565b61168c565b60405161037091906151b6565b6106946117f8565b6040805165ffffffffffff938416815292909116602083015201610370565b6103e75f81565b6103e76106c83660046152e6565b61184a565b6103a86106db366004614deb565b611873565b6107126106ee366004614e3c565b60066020525f908152604090205460ff81169061010090046001600160401b031682565b604051610370929190615301565b6104947f000000000000000000000000000000000000000000000000000000000000000081565b61037e611bd7565b6103a861075d366004615326565b611c35565b6103a8611f70565b610772611faf565b604080516001600160a01b03909316835265ffffffffffff909116602083015201610370565b6103a86107a6366004614ee4565b611fd0565b6103e76107b9366004614fbc565b60056020525f908152604090205481565b6103a8611ff8565b6103a86107e0366004615160565b61200a565b6103a86107f3366004615160565b6121e9565b6103a8610806366004614f58565b6123d5565b6103e77f65d7a28e3265b37a6474929f336521b332c1681b933f6cb9f3376673440d862a81565b61050a7f000000000000000000000000000000000000000000000000000000000000000081565b6108c8610867366004614e3c565b60076020525f9081526040902080546001909101546001600160a01b03821691600160a01b8082046001600160401b031692600160e01b90920463ffffffff908116926001600160801b03811692600160801b820490921691900460ff1686565b604080516001600160a01b0390971687526001600160401b03909516602087015263ffffffff938416948601949094526001600160801b039091166060850152166080830152151560a082015260c001610370565b610925600181565b60405163ffffffff9091168152602001610370565b6103a8610948366004615372565b612634565b6104947f000000000000000000000000000000000000000000000000000000000000000081565b5f6001600160e01b031982166318a4c3c360e11b1480610998575061099882612855565b92915050565b5f6109bb836109ad8480615467565b610543906020810190615160565b90505f6109c782612889565b8054909150600160a01b90046001600160401b0316421115610a155780546040516305bd3a4960e51b8152600160a01b9091046001600160401b031660048201526024015b60405180910390fd5b6040516311a5efd560e11b8152600481018590525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063234bdfaa9060240161016060405180830381865afa158015610a7b573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610a9f9190615521565b9050610ab6816101200151826101400151866128de565b610af457610ac48480615467565b610ad2906020810190615160565b60405163067c3ef160e41b815263ffffffff9091166004820152602401610a0c565b60018201805460ff60a01b1916600160a01b179055335f90815260056020526040812080546001600160801b037f0000000000000000000000000000000000000000000000000000000000000000169290610b509084906155fc565b90915550339050857f85763feb97c2c6642ab221af04eed14e2df0746ea04f13039252824632fabf42610b838780615467565b610b91906020810190615160565b60405163ffffffff909116815260200160405180910390a3610bb282612c2e565b5050505050565b5f610bc381612d0d565b610bcb612d17565b50565b5f80600881610be06020880188615160565b63ffffffff16815260208101919091526040015f20905060026004820154600160c01b900460ff166002811115610c1957610c19615179565b148015610c2d5750610c2d81868686612d21565b95945050505050565b5f610c4085612db5565b9050610c4e81858585612e20565b63ffffffff8516610c626020860186615160565b63ffffffff16148015610c9057506003810154610c90908590600160a01b90046001600160401b0316612e49565b15610cae576040516369dbcbf160e01b815260040160405180910390fd5b610bb28582613167565b81610cd657604051631fe1e13d60e11b815260040160405180910390fd5b610ce0828261324d565b5050565b81158015610cff57506002546001600160a01b038281169116145b15610d80575f5f610d0e611faf565b90925090506001600160a01b038216151580610d30575065ffffffffffff8116155b80610d4357504265ffffffffffff821610155b15610d6b576040516319ca5ebb60e01b815265ffffffffffff82166004820152602401610a0c565b50506001805465ffffffffffff60a01b191690555b610ce08282613271565b610d926132a4565b335f9081526005602052604081205490819003610dc257604051630686827b60e51b815260040160405180910390fd5b335f8181526005602052604080822091909155517f7084f5476618d8e60b11ef0d7d3f06914655adb8793e28ff7f018d4c76d505d590610e059084815260200190565b60405180910390a2610e416001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001633836132d9565b50610e4a61330e565b565b5f610e5681612d0d565b610bcb613338565b610e666132a4565b60405163b8181ad960e01b81525f906001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000169063b8181ad990610eb490869060040161561a565b602060405180830381865afa158015610ecf573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610ef391906156a3565b9050610efe8161338a565b6001610f106060850160408601615160565b63ffffffff1614610f4d57610f2b6060840160408501615160565b604051631caeaa5b60e21b815263ffffffff9091166004820152602401610a0c565b6040516311a5efd560e11b8152600481018290525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063234bdfaa9060240161016060405180830381865afa158015610fb3573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610fd79190615521565b9050610fee816101200151826101400151856128de565b1561102d57610ffd8380615467565b61100b906020810190615160565b60405163bb138a7f60e01b815263ffffffff9091166004820152602401610a0c565b6040805180820190915280600181526001600160401b0342166020918201525f84815260069091526040902081518154829060ff1916600183600281111561107757611077615179565b02179055506020919091015181546001600160401b039091166101000268ffffffffffffffff001990911617905533827f4a3e72e2709c3909d679f02932b9eb04bb8e25e2d74368c788932b0f83a3a3ae6110d28680615467565b6110e0906020810190615160565b60405163ffffffff909116815260200160405180910390a360028151600481111561110d5761110d615179565b14801561112657508060a001516001600160401b031642105b156111a757604051632cf0abe560e01b8152600481018390523360248201527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690632cf0abe5906044015f604051808303815f87803b158015611190575f5ffd5b505af11580156111a2573d5f5f3e3d5ffd5b505050505b5050610ce061330e565b5f82826040516020016111d492919091825263ffffffff16602082015260400190565b60405160208183030381529060405280519060200120905092915050565b5f80670de0b6b3a764000060016112356001600160801b037f000000000000000000000000000000000000000000000000000000000000000081169087166156ba565b61124790670de0b6b3a76400006155fc565b61125191906156d1565b61125b91906156f8565b90506001600160801b038111156112855760405163c334f06960e01b815260040160405180910390fd5b7f00000000000000000000000000000000000000000000000000000000000000006001600160801b031681106112bb57806112dd565b7f00000000000000000000000000000000000000000000000000000000000000005b9392505050565b5f6112ee81612d0d565b610ce0826133d0565b5f61130181612d0d565b610ce082613442565b5f61131489612db5565b90506001600160801b0384166113306040870160208801614fa1565b6001600160801b03166113496040890160208a01614fa1565b6001600160801b031661135c91906155fc565b0361137a576040516342b9c77560e11b815260040160405180910390fd5b5f60405180604001604052806113b7895f01358a60200160208101906113a09190614fa1565b8a356113b260408d0160208e01614fa1565b6134b1565b81526001600160801b03871660209091015290505f60ff8a16156113f65760038301546113f190600160e01b900463ffffffff168b6134fa565b6113f8565b5f5b604080518082019091528454815260018501546001600160801b0316602082015290915061142a90838b848989613552565b6114475760405163d4d1a21560e01b815260040160405180910390fd5b6114518b84613167565b5050505050505050505050565b5f61146888612db5565b905061147681888888612e20565b61148281858585612e20565b5f61149360c0890160a08a0161571c565b61ffff161580156114b557506114af60c0860160a0870161571c565b61ffff16155b80156114ca5750846101000135886101000135145b90505f6114dd6080870160608801615735565b6001600160401b03166114f660808b0160608c01615735565b6001600160401b0316148015611553575061151760c0870160a0880161571c565b61ffff1661152b60a0880160808901615160565b63ffffffff1661153b91906155fc565b61154b60a08b0160808c01615160565b63ffffffff16105b80156115a6575061156a60c08a0160a08b0161571c565b61ffff1661157e60a08b0160808c01615160565b63ffffffff1661158e91906155fc565b61159e60a0880160808901615160565b63ffffffff16105b90506115b86040870160208801615160565b63ffffffff166115ce60408b0160208c01615160565b63ffffffff1614806115e6575081806115e45750805b155b156116045760405163d740002760e01b815260040160405180910390fd5b61160e8a84613167565b50505050505050505050565b7f65d7a28e3265b37a6474929f336521b332c1681b933f6cb9f3376673440d862a61164481612d0d565b610bcb6136e5565b5f61165f6002546001600160a01b031690565b905090565b5f918252602082815260408084206001600160a01b0393909316845291905290205460ff1690565b6116f060408051610180810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c0810182905260e081018290526101008101829052610120810182905261014081018290529061016082015290565b63ffffffff8281165f908152600860209081526040918290208251610180810184528154815260018201546001600160801b0380821694830194909452600160801b90819004841694820194909452600280830154909316606082015260038201546001600160a01b0381166080830152600160a01b8082046001600160401b0390811660a0850152600160e01b909204871660c0840152600484015480831660e0850152600160401b8104909216610100840152948104861661012083015293840490941661014085015291610160840191600160c01b90910460ff16908111156117de576117de615179565b60028111156117ef576117ef615179565b90525092915050565b6002545f90600160d01b900465ffffffffffff16801515801561182357504265ffffffffffff821610155b61182e575f5f611842565b600254600160a01b900465ffffffffffff16815b915091509091565b5f6109988260405160200161185f9190615750565b604051602081830303815290604052613722565b61187b6132a4565b5f60088161188c6020870187615160565b63ffffffff16815260208101919091526040015f20905060026004820154600160c01b900460ff1660028111156118c5576118c5615179565b14611904576118d76020850185615160565b8160040160189054906101000a900460ff1660405163316cb5d960e21b8152600401610a0c929190615834565b61191081858585612e20565b6040516311a5efd560e11b815261010085013560048201525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063234bdfaa9060240161016060405180830381865afa15801561197a573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061199e9190615521565b90506119b060c0860160a0870161571c565b61ffff161515806119c857506119c6858261375a565b155b156119ed576040516312ea071d60e21b81526101008601356004820152602401610a0c565b6119fb85610100013561338a565b610100850135611a116060870160408801614fbc565b6001600160a01b0316611a276020880188615160565b63ffffffff167faec56792f7cfe252b5c4d9e8c426832e09656a7e36f2a6a61b9303a901fd85f4611a5e60408a0160208b01615160565b611a706101408b016101208c01614fa1565b6040805163ffffffff90931683526001600160801b0390911660208301520160405180910390a4610100810151604051634d49089160e11b815260048101919091527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690639a921122906024015f604051808303815f87803b158015611afd575f5ffd5b505af1158015611b0f573d5f5f3e3d5ffd5b50506001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001691506340c10f199050611b546060880160408901614fbc565b611b6661014089016101208a01614fa1565b6040516001600160e01b031960e085901b1681526001600160a01b0390921660048301526001600160801b031660248201526044015f604051808303815f87803b158015611bb2575f5ffd5b505af1158015611bc4573d5f5f3e3d5ffd5b505050505050611bd261330e565b505050565b6002545f90600160d01b900465ffffffffffff168015158015611c0157504265ffffffffffff8216105b611c1c57600154600160d01b900465ffffffffffff16611c2f565b600254600160a01b900465ffffffffffff165b91505090565b7fb09aa5aeb3702cfd50b6b62bc4532604938f21248a27a1d5ca736082b6819cc1611c5f81612d0d565b611c676137e7565b611c6f6132a4565b611c7c62015180426156f8565b8563ffffffff1610611ca9576040516389f4987360e01b815263ffffffff86166004820152602401610a0c565b63ffffffff85165f908152600860205260408120906004820154600160c01b900460ff166002811115611cde57611cde615179565b14611d0d5760048181015460405163316cb5d960e21b8152610a0c928992600160c01b900460ff169101615834565b841580611d1e575063ffffffff8316155b80611db057507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031663eb3393916040518163ffffffff1660e01b8152600401602060405180830381865afa158015611d80573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611da491906156a3565b846001600160801b0316115b15611dce5760405163c334f06960e01b815260040160405180910390fd5b848155428484611ddd826111f2565b6002850180546001600160801b03199081166001600160801b03938416179091556003860180546001600160e01b0316600160e01b63ffffffff95909516949094029390931790925560018501805490921692169190911790553381611e637f000000000000000000000000000000000000000000000000000000000000000082615857565b6004850180546003870180546001600160e01b031916600160a01b6001600160401b0396871681026001600160a01b031916919091176001600160a01b039790971696909617905591831678ff00000000000000000000000000000000ffffffffffffffff1990921691909117600160c01b179081905560028501546040805194830463ffffffff9081168652602086018c90526001600160801b038b8116878401528a8216606088015290921660808601529190921660a084015251908916917fbc36928ee43f3808eef2d758dd08fce5656ec0b8e53c4b70c4e93db4aef23a2f919081900360c00190a26002820154611f66906001600160801b031661380b565b5050610bb261330e565b5f611f79611faf565b509050336001600160a01b03821614611fa757604051636116401160e11b8152336004820152602401610a0c565b610bcb61397c565b6001546001600160a01b03811691600160a01b90910465ffffffffffff1690565b81611fee57604051631fe1e13d60e11b815260040160405180910390fd5b610ce08282613a12565b5f61200281612d0d565b610bcb613a36565b5f61201482613a40565b6004810154909150600160801b900463ffffffff161561205e57600481810154604051630d9e19b160e21b8152600160801b90910463ffffffff1691810191909152602401610a0c565b60048101546001600160401b03164210156120a05760048181015460405163d606d83f60e01b81526001600160401b0390911691810191909152602401610a0c565b60048101805460ff60c01b1916600160c11b179055600281015460038201546001600160a01b03165f90815260056020526040812080546001600160801b03909316929091906120f19084906155fc565b909155505060018101545f90612119906001600160801b03600160801b820481169116615876565b8254604080519182526001600160801b038316602083015291925063ffffffff8516917facc5181045ddcc36b19f25d6928412142dfa6439be08c3a34128bef259339fbf910160405180910390a26040516340cd92dd60e11b81526001600160801b03821660048201527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063819b25ba906024015f604051808303815f87803b1580156121ce575f5ffd5b505af11580156121e0573d5f5f3e3d5ffd5b50505050505050565b5f6121f382613a40565b9050306001600160a01b03167f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031663075461726040518163ffffffff1660e01b8152600401602060405180830381865afa15801561225b573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061227f9190615895565b6001600160a01b0316036122a657604051636c06216560e01b815260040160405180910390fd5b6004810154600160801b900463ffffffff16156122ed57600481810154604051630d9e19b160e21b8152600160801b90910463ffffffff1691810191909152602401610a0c565b60048101546001600160401b031642101561232f5760048181015460405163d606d83f60e01b81526001600160401b0390911691810191909152602401610a0c565b600281015460038201546001600160a01b03165f90815260056020526040812080546001600160801b039093169290919061236b9084906155fc565b909155505060038101546004820154604051600160a01b90910463ffffffff90811682526001600160a01b03909216918416907f4b15098b5f40405c4c4a9437a6c6730a90de12a4cb3504ba05fbeddacbe653cb9060200160405180910390a3610ce08282613aa5565b5f6123e083836111b1565b90505f6123ec82612889565b8054909150600160a01b90046001600160401b0316421161244957805461242490600160a01b90046001600160401b03166001615857565b60405163d606d83f60e01b81526001600160401b039091166004820152602401610a0c565b60018101805460ff60a01b1916600160a01b17905580546001600160a01b03165f90815260056020526040812080546001600160801b037f00000000000000000000000000000000000000000000000000000000000000001692906124af9084906155fc565b90915550505f8481526006602052604081205460ff1660028111156124d6576124d6615179565b03612625576040805180820190915280600281526001600160401b0342166020918201525f86815260069091526040902081518154829060ff1916600183600281111561252557612525615179565b02179055506020919091015181546001600160401b039091166101000268ffffffffffffffff001990911617905561255c81613b23565b156125cf576001818101548254600160e01b900463ffffffff165f90815260086020526040902090910180546001600160801b03928316926010916125aa918591600160801b9004166158b0565b92506101000a8154816001600160801b0302191690836001600160801b031602179055505b805460018201546040516001600160801b039091168152600160e01b90910463ffffffff169085907f22606afc93e327568c8b71c994ea8108494b8413fc86b32a017961f81bcb9a9b9060200160405180910390a35b61262e81612c2e565b50505050565b61263c6132a4565b5f61265261264d60208a018a615160565b612db5565b90505f6126807f000000000000000000000000000000000000000000000000000000000000000060036158cf565b600383015461269f9190600160a01b90046001600160401b0316615857565b9050806001600160401b031642106126d5576040516305bd3a4960e51b81526001600160401b0382166004820152602401610a0c565b6126e1828a8a8a612e20565b6126ef89610100013561338a565b6126ff60c08a0160a08b0161571c565b61ffff161515806127a0575060405163b8181ad960e01b81526101008a0135906001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000169063b8181ad99061275e908a9060040161561a565b602060405180830381865afa158015612779573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061279d91906156a3565b14155b156127c5576040516312ea071d60e21b81526101008a01356004820152602401610a0c565b60016127d76060880160408901615160565b63ffffffff16146127f257610f2b6060870160408801615160565b6128028660a00135868686613b93565b61281989836128146020890189615160565b613c4e565b61284b7f00000000000000000000000000000000000000000000000000000000000000006001600160801b031661380b565b50506121e061330e565b5f6001600160e01b03198216637965db0b60e01b148061099857506301ffc9a760e01b6001600160e01b0319831614610998565b5f81815260076020526040902080546001600160a01b031615806128b857506001810154600160a01b900460ff165b156128d9576040516316ed6d6360e11b815260048101839052602401610a0c565b919050565b5f6128ff846128ed8480615467565b6128fa60208601866158f1565b613b93565b5f61290a8380615467565b612919906101c0810190615936565b612925915060016155fc565b90508061293560408501856158f1565b905014158061295257508061294d60608501856158f1565b905014155b15612991576129618380615467565b61296f906020810190615160565b6040516308314e3760e41b815263ffffffff9091166004820152602401610a0c565b5f816001600160401b038111156129aa576129aa615486565b6040519080825280602002602001820160405280156129fc57816020015b6129e960405180606001604052805f81526020015f81526020015f81525090565b8152602001906001900390816129c85790505b50905060015f5b83811015612c07575f8115612a6057612a1c8780615467565b612a2b906101c0810190615936565b612a366001856156d1565b818110612a4557612a4561597a565b612a5b9260206060909202019081019150615160565b612a78565b612a6a8780615467565b612a78906020810190615160565b90505f612ae6612a8b60408a018a6158f1565b85818110612a9b57612a9b61597a565b9050602002810190612aad919061598e565b8080601f0160208091040260200160405190810160405280939291908181526020018383808284375f9201919091525061372292505050565b9050612b49898263ffffffff8516612afe8c80615467565b612b0f906040810190602001615160565b63ffffffff16612b2260608e018e6158f1565b89818110612b3257612b3261597a565b9050602002810190612b4491906158f1565b613ec2565b612b6e576040516308314e3760e41b815263ffffffff83166004820152602401610a0c565b5f612bce612b7f60408b018b6158f1565b86818110612b8f57612b8f61597a565b9050602002810190612ba1919061598e565b63ffffffff8616612bb28d80615467565b612bc3906040810190602001615160565b63ffffffff16613f95565b878681518110612be057612be061597a565b60209081029190910101529050848015612bf75750805b9450505050806001019050612a03565b50808015612c235750612c23612c1d8680615467565b83614039565b979650505050505050565b612c3781613b23565b612c3e5750565b805463ffffffff600160e01b90910481165f90815260086020526040902060048101805491929091601091612c7a91600160801b9004166159d0565b82546101009290920a63ffffffff8181021990931691831602179091556004820154600160801b9004165f03610ce0576004810154612cc990600160401b90046001600160401b0316426159ee565b6004820180545f90612ce59084906001600160401b0316615857565b92506101000a8154816001600160401b0302191690836001600160401b031602179055505050565b610bcb8133614323565b610e4a5f5f61435c565b6040805180820182528554815260018601546001600160801b0316602082015281518083019092525f91612dab90829080612d5b8961184a565b8152602001612d726101408a016101208b01614fa1565b6001600160801b03169052612d8d6040890160208a01615160565b60038a015463ffffffff91821691600160e01b909104168888613552565b9695505050505050565b5f612dbf82613a40565b6004810154909150600160801b900463ffffffff16158015612dee575060048101546001600160401b03164210155b156128d9576004818101546040516305bd3a4960e51b81526001600160401b0390911691810191909152602401610a0c565b612e2c84848484612d21565b61262e5760405163d4d1a21560e01b815260040160405180910390fd5b5f612e5a60c0840160a0850161571c565b61ffff1615612f6757612e7561014084016101208501614fa1565b6001600160801b0316158015612f1d57507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316631dc99cce6040518163ffffffff1660e01b8152600401602060405180830381865afa158015612ee2573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190612f0691906156a3565b612f1660c0850160a0860161571c565b61ffff1611155b8015612f60575063ffffffff612f3960c0850160a0860161571c565b61ffff16612f4d60a0860160808701615160565b63ffffffff16612f5d91906155fc565b11155b9050610998565b6040516311a5efd560e11b815261010084013560048201525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063234bdfaa9060240161016060405180830381865afa158015612fd1573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190612ff59190615521565b6101008501355f90815260066020526040808220815180830190925280549394509192909190829060ff16600281111561303157613031615179565b600281111561304257613042615179565b8152905461010090046001600160401b031660209091015290505f60028251600281111561307257613072615179565b1480156130945750846001600160401b031682602001516001600160401b0316105b90506130a0868461375a565b801561313757506101008301516040516356ec4dd960e11b815260048101919091527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063add89bb290602401602060405180830381865afa158015613111573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906131359190615a0d565b155b8015613156575060018251600281111561315357613153615179565b14155b8015612dab57501595945050505050565b6002818101545f91613181916001600160801b0316615a26565b335f90815260056020526040812080549293506001600160801b038416929091906131ad9084906155fc565b909155505060028201546131cb9082906001600160801b0316615876565b6001600160801b031660045f8282546131e491906155fc565b90915550506003820154600483015460405163ffffffff600160a01b9092048216815233926001600160a01b0316918616907f9a8c53b7d52b930bff3c367e4fe56b38e7011166ba346a1e884b55372861ae169060200160405180910390a4611bd28383613aa5565b5f8281526020819052604090206001015461326781612d0d565b61262e838361441b565b6001600160a01b038116331461329a5760405163334bd91960e11b815260040160405180910390fd5b611bd28282614481565b6132ac6144bd565b610e4a60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005b906144fd565b6132e68383836001614504565b611bd257604051635274afe760e01b81526001600160a01b0384166004820152602401610a0c565b610e4a5f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f006132d3565b613340614566565b6003805460ff191690557f5db9ee0a495bf2e6ff9c91a7834c1ba4fdd244a5e8aa4e537bd38aeae4b073aa335b6040516001600160a01b03909116815260200160405180910390a1565b5f8181526006602052604081205460ff16908160028111156133ae576133ae615179565b14610ce057818160405163332724e760e11b8152600401610a0c929190615a53565b5f6133d9611bd7565b6133e242614589565b6133ec9190615a63565b90506133f882826145bf565b60405165ffffffffffff821681526001600160a01b038316907f3377dc44241e779dd06afab5b788a35ca5f3b778836e2990bdb26a2a4b2e5ed69060200160405180910390a25050565b5f61344c8261463c565b61345542614589565b61345f9190615a63565b905061346b828261435c565b6040805165ffffffffffff8085168252831660208201527ff1038c18cf84a56e432fdbfaf746924b7ea511dfe03a6506a0ceba4888788d9b910160405180910390a15050565b604080516020808201969096526001600160801b0394851681830152606081019390935292166080808301919091528251808303909101815260a0909101909152805191012090565b5f5b5f8260ff1611801561350e5750600183115b1561353c5760026135208460016155fc565b61352a91906156f8565b925061353582615a81565b91506134fc565b60ff82161561354b575f6112dd565b5090919050565b5f83851061356157505f612dab565b5f5b60018511156136a4578486600118101561367857828103613587575f915050612dab565b3684848361359481615a93565b94508181106135a5576135a561597a565b90506040020190505f8160200160208101906135c19190614fa1565b6001600160801b031689602001516001600160801b03166135e291906155fc565b90506001600160801b038111156135fe575f9350505050612dab565b604051806040016040528060028a6136169190615aab565b156136415761363c84356136306040870160208801614fa1565b8d5160208f01516134b1565b613661565b8a516020808d015161366192918735906113b29060408a01908a01614fa1565b8152602001826001600160801b0316815250985050505b6136836002876156f8565b60026136908760016155fc565b61369a91906156f8565b9096509450613563565b80831480156136b4575087518751145b80156136d9575087602001516001600160801b031687602001516001600160801b0316145b98975050505050505050565b6136ed6137e7565b6003805460ff191660011790557f62e78cea01bee320cd4e420270b5ea74000d11b0c9f74754ebdbfc544b05a25861336d3390565b5f818051906020012060405160200161373d91815260200190565b604051602081830303815290604052805190602001209050919050565b5f60038251600481111561377057613770615179565b14801561377e575081602001515b80156137ae57506137956060840160408501614fbc565b6001600160a01b031682604001516001600160a01b0316145b80156112dd57506137c761014084016101208501614fa1565b6001600160801b03168260e001516001600160801b031614905092915050565b60035460ff1615610e4a5760405163d93c066560e01b815260040160405180910390fd5b6040516370a0823160e01b81523060048201525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316906370a0823190602401602060405180830381865afa15801561386f573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061389391906156a3565b90506138ca6001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016333085614683565b6040516370a0823160e01b8152306004820152829082906001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016906370a0823190602401602060405180830381865afa158015613930573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061395491906156a3565b61395e91906156d1565b14610ce0576040516330f32a4f60e11b815260040160405180910390fd5b5f5f613986611faf565b9150915061399b8165ffffffffffff16151590565b15806139af57504265ffffffffffff821610155b156139d7576040516319ca5ebb60e01b815265ffffffffffff82166004820152602401610a0c565b6139f25f6139ed6002546001600160a01b031690565b614481565b506139fd5f8361441b565b5050600180546001600160d01b031916905550565b5f82815260208190526040902060010154613a2c81612d0d565b61262e8383614481565b610e4a5f5f6145bf565b63ffffffff81165f90815260086020526040902060016004820154600160c01b900460ff166002811115613a7657613a76615179565b146128d95760048181015460405163316cb5d960e21b8152610a0c928592600160c01b900460ff169101615834565b60048101545f90613ac490600160a01b900463ffffffff166001615abe565b63ffffffff9384165f908152600860205260408120818155600181018290556002810180546001600160801b03191690556003810191909155600401805494909116600160a01b026001600160c81b0319909416939093179092555050565b8054600160e01b900463ffffffff165f90815260086020526040812060016004820154600160c01b900460ff166002811115613b6157613b61615179565b1480156112dd575060018301546004820154600160a01b900463ffffffff908116600160801b90920416149392505050565b5f613ba88460405160200161185f9190615b9a565b9050613bdf8582613bbc6020880188615160565b63ffffffff16613bd26040890160208a01615160565b63ffffffff168787613ec2565b613c1257613bf06020850185615160565b6040516346c71bc160e11b815263ffffffff9091166004820152602401610a0c565b613c1b846146b9565b610bb257613c2c6020850185615160565b604051633c8cb7c760e21b815263ffffffff9091166004820152602401610a0c565b5f613c5e846101000135836111b1565b5f818152600760205260409020549091506001600160a01b031615613c9957604051631d81b6d360e31b815260048101829052602401610a0c565b5f613cc47f000000000000000000000000000000000000000000000000000000000000000042615857565b90506040518060c00160405280336001600160a01b03168152602001826001600160401b03168152602001865f016020810190613d019190615160565b63ffffffff168152602001613d1e61014088016101208901614fa1565b6001600160801b039081168252600487018054600160a01b9081900463ffffffff9081166020808701919091525f60409687018190528981526007825286812088518154938a0151988a01516001600160a01b039091166001600160e01b0319909416939093176001600160401b039098168502979097176001600160e01b0316600160e01b92841692909202919091178655606087015160019096018054608089015160a090990151979096166001600160a01b031990961695909517600160801b97831688021760ff60a01b1916951515909202949094179092555492909204169003613e34576004840180546fffffffffffffffff00000000000000001916600160401b426001600160401b0316021790555b600484018054601090613e5390600160801b900463ffffffff16615d43565b825463ffffffff91821661010093840a90810290830219909116179092556040805192861683526001600160401b0384166020840152339291880135917f9ac07e4517ac6912e6575b33d0d7fa42d8eb118b5f5cd582232e535f7790b998910160405180910390a35050505050565b5f838510613ed157505f612dab565b5f5b6001851115613f7d5784866001181015613f5157828103613ef7575f915050612dab565b5f848483613f0481615a93565b9450818110613f1557613f1561597a565b905060200201359050600287613f2b9190615aab565b15613f4157613f3c815f8a5f6134b1565b613f4d565b613f4d885f835f6134b1565b9750505b613f5c6002876156f8565b6002613f698760016155fc565b613f7391906156f8565b9096509450613ed3565b80831480156136d95750505093909414949350505050565b5f613fb760405180606001604052805f81526020015f81526020015f81525090565b60a08514613fc7575f9150614030565b5f80613fd587890189615d67565b60408801526020870152855290925090508582148015613ff457508481145b801561400557506040830151600210155b80156140175750825161401790614875565b801561402b575061402b8360200151614875565b935050505b94509492505050565b5f5f825f8151811061404d5761404d61597a565b602002602001015190505f8160200151826020015161406c9190615d9e565b82516140789080615d9e565b6140829190615dcd565b90506140a28161409a61012088016101008901615df4565b60070b614899565b15806140c957506140c7816140bf61014088016101208901615df4565b60070b6148ca565b155b156140d8575f92505050610998565b6040820151158015906140fe575060026140f86060870160408801615e0d565b60ff1614155b1561410d575f92505050610998565b5f5f61411987876148fb565b909250905060036141306060890160408a01615e0d565b60ff161415801561415a57506141588261415060808a0160608b01615df4565b60070b614ae8565b155b1561416b575f945050505050610998565b600161417d6060890160408a01615e0d565b60ff16036141a4576141998161415060a08a0160808b01615df4565b945050505050610998565b60408401515f19016141e0576141c48161415060e08a0160c08b01615df4565b80156141995750614199836140bf6101008a0160e08b01615df4565b60408401516001190161421d576142018161415060c08a0160a08b01615df4565b801561419957506141998361409a6101008a0160e08b01615df4565b614246620f424061423460c08a0160a08b01615df4565b60070b6142419190615e26565b614b14565b8112806142755750614272620f424061426560e08a0160c08b01615df4565b60070b6142419190615dcd565b81135b15614286575f945050505050610998565b60026142986060890160408a01615e0d565b60ff16036142b5576141c48361409a6101008a0160e08b01615df4565b620f42406142e26142ce6101608a016101408b01615df4565b86516142dd9160070b90615e26565b614b2f565b11158015612c235750620f42406143166143046101808a016101608b01615df4565b60070b86602001516142dd9190615e26565b1115979650505050505050565b61432d8282611664565b610ce05760405163e2517d3f60e01b81526001600160a01b038216600482015260248101839052604401610a0c565b600254600160d01b900465ffffffffffff1680156143de574265ffffffffffff821610156143b557600254600180546001600160d01b0316600160a01b90920465ffffffffffff16600160d01b029190911790556143de565b6040517f2b1fa2edafe6f7b9e97c1a9e0c3660e645beb2dcaa2d45bdbf9beaf5472e1ec5905f90a15b50600280546001600160a01b0316600160a01b65ffffffffffff948516026001600160d01b031617600160d01b9290931691909102919091179055565b5f82614477575f6144346002546001600160a01b031690565b6001600160a01b03161461445b57604051631fe1e13d60e11b815260040160405180910390fd5b600280546001600160a01b0319166001600160a01b0384161790555b6112dd8383614b46565b5f8215801561449d57506002546001600160a01b038381169116145b156144b357600280546001600160a01b03191690555b6112dd8383614bd5565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c15610e4a57604051633ee5aeb560e01b815260040160405180910390fd5b80825d5050565b60405163a9059cbb60e01b5f8181526001600160a01b038616600452602485905291602083604481808b5af1925060015f5114831661455a57838315161561454e573d5f823e3d81fd5b5f873b113d1516831692505b60405250949350505050565b60035460ff16610e4a57604051638dfc202b60e01b815260040160405180910390fd5b5f65ffffffffffff8211156145bb576040516306dfcc6560e41b81526030600482015260248101839052604401610a0c565b5090565b5f6145c8611faf565b6001805465ffffffffffff8616600160a01b026001600160d01b03199091166001600160a01b03881617179055915061460a90508165ffffffffffff16151590565b15611bd2576040517f8886ebfc4259abdbc16601dd8fb5678e54878f47b3c34836cfc51154a9605109905f90a1505050565b5f5f614646611bd7565b90508065ffffffffffff168365ffffffffffff161161466e576146698382615e45565b6112dd565b6112dd65ffffffffffff841662069780614c3e565b614691848484846001614c4d565b61262e57604051635274afe760e01b81526001600160a01b0385166004820152602401610a0c565b5f806146c96101c0840184615936565b91505060408111806146fd57506146e66402540be4006002615d9e565b6146f861014085016101208601615df4565b60070b135b8061471a575060016147156060850160408601615e0d565b60ff16105b80614737575060036147326060850160408601615e0d565b60ff16115b1561474457505f92915050565b5f61476261475a6101c086016101a08701615df4565b60070b614b2f565b61477761475a6101a087016101808801615df4565b61478191906155fc565b90505f5b8281101561481d576147c661479e6101c0870187615936565b838181106147ae576147ae61597a565b905060600201604001602081019061475a9190615df4565b6147ff6147d76101c0880188615936565b848181106147e7576147e761597a565b905060600201602001602081019061475a9190615df4565b61480991906155fc565b61481390836155fc565b9150600101614785565b506148306402540be400620f4240615d9e565b6402540be4006148418460016155fc565b61484c9060086156ba565b61485691906156ba565b6148618360046156ba565b61486b91906155fc565b1115949350505050565b5f677fffffffffffffff198212801590610998575050677fffffffffffffff121590565b5f806148a8620f424084615e26565b90505f811315806148c257506148be8180615d9e565b8412155b949350505050565b5f806148d9620f424084615dcd565b90505f81121580156148c257506148f08180615d9e565b909313159392505050565b5f80808061494b6149146101a088016101808901615df4565b60070b6149296101c089016101a08a01615df4565b60070b875f8151811061493e5761493e61597a565b6020026020010151614cba565b90925090505f5b6149606101c0880188615936565b9050811015614a24575f806149fc61497c6101c08b018b615936565b8581811061498c5761498c61597a565b90506060020160200160208101906149a49190615df4565b60070b6149b56101c08c018c615936565b868181106149c5576149c561597a565b90506060020160400160208101906149dd9190615df4565b60070b8a6149ec8760016155fc565b8151811061493e5761493e61597a565b9092509050614a0b8286615dcd565b614a158286615dcd565b90955093505050600101614952565b5080855f81518110614a3857614a3861597a565b602002602001015160200151614a4e9190615d9e565b82865f81518110614a6157614a6161597a565b60200260200101515f0151614a769190615d9e565b614a809190615dcd565b935080855f81518110614a9557614a9561597a565b60200260200101515f0151614aaa9190615d9e565b82865f81518110614abd57614abd61597a565b602002602001015160200151614ad39190615d9e565b614add9190615e26565b925050509250929050565b5f614af5620f4240614b14565b614b0b614b0184614b14565b6142dd9086615e26565b11159392505050565b5f6402540be400614b258184615d9e565b6109989190615d9e565b5f5f8212614b3d5781610998565b61099882615e63565b5f614b518383611664565b614bce575f838152602081815260408083206001600160a01b03861684529091529020805460ff19166001179055614b863390565b6001600160a01b0316826001600160a01b0316847f2f8788117e7eff1d82e926ec794901d17c78024a50270940304540a733656f0d60405160405180910390a4506001610998565b505f610998565b5f614be08383611664565b15614bce575f838152602081815260408083206001600160a01b0386168085529252808320805460ff1916905551339286917ff6391f5c32d9c69d2a47ea670b442974b53935d1edc7fd64eb21e047a839171b9190a4506001610998565b5f8282188284100282186112dd565b6040516323b872dd60e01b5f8181526001600160a01b038781166004528616602452604485905291602083606481808c5af1925060015f51148316614ca9578383151615614c9d573d5f823e3d81fd5b5f883b113d1516831692505b604052505f60605295945050505050565b5f5f826020015184614ccc9190615d9e565b8351614cd89087615d9e565b614ce29190615e26565b8351614cee9086615d9e565b6020850151614cfd9088615d9e565b614d079190615dcd565b91509150935093915050565b5f60208284031215614d23575f5ffd5b81356001600160e01b0319811681146112dd575f5ffd5b5f60808284031215614d4a575f5ffd5b50919050565b5f5f60408385031215614d61575f5ffd5b8235915060208301356001600160401b03811115614d7d575f5ffd5b614d8985828601614d3a565b9150509250929050565b5f6101408284031215614d4a575f5ffd5b5f5f83601f840112614db4575f5ffd5b5081356001600160401b03811115614dca575f5ffd5b6020830191508360208260061b8501011115614de4575f5ffd5b9250929050565b5f5f5f6101608486031215614dfe575f5ffd5b614e088585614d93565b92506101408401356001600160401b03811115614e23575f5ffd5b614e2f86828701614da4565b9497909650939450505050565b5f60208284031215614e4c575f5ffd5b5035919050565b803563ffffffff811681146128d9575f5ffd5b5f5f5f5f6101808587031215614e7a575f5ffd5b614e8385614e53565b9350614e928660208701614d93565b92506101608501356001600160401b03811115614ead575f5ffd5b614eb987828801614da4565b95989497509550505050565b6001600160a01b0381168114610bcb575f5ffd5b80356128d981614ec5565b5f5f60408385031215614ef5575f5ffd5b823591506020830135614f0781614ec5565b809150509250929050565b5f60e08284031215614d4a575f5ffd5b5f5f6101008385031215614f34575f5ffd5b614f3e8484614f12565b915060e08301356001600160401b03811115614d7d575f5ffd5b5f5f60408385031215614f69575f5ffd5b82359150614f7960208401614e53565b90509250929050565b6001600160801b0381168114610bcb575f5ffd5b80356128d981614f82565b5f60208284031215614fb1575f5ffd5b81356112dd81614f82565b5f60208284031215614fcc575f5ffd5b81356112dd81614ec5565b5f60208284031215614fe7575f5ffd5b813565ffffffffffff811681146112dd575f5ffd5b803560ff811681146128d9575f5ffd5b5f60408284031215614d4a575f5ffd5b5f5f5f5f5f5f5f5f610120898b031215615034575f5ffd5b61503d89614e53565b975061504b60208a01614ffc565b9650604089013595506150618a60608b0161500c565b94506150708a60a08b0161500c565b935060e089013561508081614f82565b92506101008901356001600160401b0381111561509b575f5ffd5b6150a78b828c01614da4565b999c989b5096995094979396929594505050565b5f5f5f5f5f5f5f6102e0888a0312156150d2575f5ffd5b6150db88614e53565b96506150ea8960208a01614d93565b95506101608801356001600160401b03811115615105575f5ffd5b6151118a828b01614da4565b90965094506151269050896101808a01614d93565b92506102c08801356001600160401b03811115615141575f5ffd5b61514d8a828b01614da4565b989b979a50959850939692959293505050565b5f60208284031215615170575f5ffd5b6112dd82614e53565b634e487b7160e01b5f52602160045260245ffd5b60038110610bcb57634e487b7160e01b5f52602160045260245ffd5b6151b28161518d565b9052565b815181526020808301516101808301916151da908401826001600160801b03169052565b5060408301516151f560408401826001600160801b03169052565b50606083015161521060608401826001600160801b03169052565b50608083015161522b60808401826001600160a01b03169052565b5060a083015161524660a08401826001600160401b03169052565b5060c083015161525e60c084018263ffffffff169052565b5060e083015161527960e08401826001600160401b03169052565b506101008301516152966101008401826001600160401b03169052565b506101208301516152b061012084018263ffffffff169052565b506101408301516152ca61014084018263ffffffff169052565b506101608301516152df6101608401826151a9565b5092915050565b5f61014082840312156152f7575f5ffd5b6112dd8383614d93565b6040810161530e8461518d565b9281526001600160401b039190911660209091015290565b5f5f5f5f60808587031215615339575f5ffd5b61534285614e53565b935060208501359250604085013561535981614f82565b915061536760608601614e53565b905092959194509250565b5f5f5f5f5f5f5f610280888a031215615389575f5ffd5b6153938989614d93565b96506101408801356001600160401b038111156153ae575f5ffd5b6153ba8a828b01614da4565b90975095506153cf9050896101608a01614f12565b93506102408801356001600160401b038111156153ea575f5ffd5b88016101e0818b0312156153fc575f5ffd5b92506102608801356001600160401b03811115615417575f5ffd5b8801601f81018a13615427575f5ffd5b80356001600160401b0381111561543c575f5ffd5b8a60208260051b8401011115615450575f5ffd5b602082019350809250505092959891949750929550565b5f82356101de1983360301811261547c575f5ffd5b9190910192915050565b634e487b7160e01b5f52604160045260245ffd5b60405161016081016001600160401b03811182821017156154c957634e487b7160e01b5f52604160045260245ffd5b60405290565b8051600581106128d9575f5ffd5b805180151581146128d9575f5ffd5b80516128d981614ec5565b6001600160401b0381168114610bcb575f5ffd5b80516128d9816154f7565b80516128d981614f82565b5f610160828403128015615533575f5ffd5b5061553c61549a565b615545836154cf565b8152615553602084016154dd565b6020820152615564604084016154ec565b60408201526155756060840161550b565b60608201526155866080840161550b565b608082015261559760a0840161550b565b60a08201526155a860c08401615516565b60c08201526155b960e08401615516565b60e082015261010083810151908201526101208084015190820152610140928301519281019290925250919050565b634e487b7160e01b5f52601160045260245ffd5b80820180821115610998576109986155e8565b80356128d9816154f7565b60e081018235615629816154f7565b6001600160401b0316825263ffffffff61564560208501614e53565b16602083015263ffffffff61565c60408501614e53565b166040830152606083013561567081614f82565b6001600160801b031660608301526080838101359083015260a0808401359083015260c092830135929091019190915290565b5f602082840312156156b3575f5ffd5b5051919050565b8082028115828204841417610998576109986155e8565b81810381811115610998576109986155e8565b634e487b7160e01b5f52601260045260245ffd5b5f82615706576157066156e4565b500490565b803561ffff811681146128d9575f5ffd5b5f6020828403121561572c575f5ffd5b6112dd8261570b565b5f60208284031215615745575f5ffd5b81356112dd816154f7565b610140810161576c8261576285614e53565b63ffffffff169052565b61577860208401614e53565b63ffffffff16602083015261578f60408401614ed9565b6001600160a01b031660408301526157a96060840161560f565b6001600160401b031660608301526157c360808401614e53565b63ffffffff1660808301526157da60a0840161570b565b61ffff1660a08301526157ef60c0840161560f565b6001600160401b031660c083015260e08381013590830152610100808401359083015261581f6101208401614f96565b6001600160801b0381166101208401526152df565b63ffffffff831681526040810161584a8361518d565b8260208301529392505050565b6001600160401b038181168382160190811115610998576109986155e8565b6001600160801b038281168282160390811115610998576109986155e8565b5f602082840312156158a5575f5ffd5b81516112dd81614ec5565b6001600160801b038181168382160190811115610998576109986155e8565b6001600160401b0381811683821602908116908181146152df576152df6155e8565b5f5f8335601e19843603018112615906575f5ffd5b8301803591506001600160401b0382111561591f575f5ffd5b6020019150600581901b3603821315614de4575f5ffd5b5f5f8335601e1984360301811261594b575f5ffd5b8301803591506001600160401b03821115615964575f5ffd5b6020019150606081023603821315614de4575f5ffd5b634e487b7160e01b5f52603260045260245ffd5b5f5f8335601e198436030181126159a3575f5ffd5b8301803591506001600160401b038211156159bc575f5ffd5b602001915036819003821315614de4575f5ffd5b5f63ffffffff8216806159e5576159e56155e8565b5f190192915050565b6001600160401b038281168282160390811115610998576109986155e8565b5f60208284031215615a1d575f5ffd5b6112dd826154dd565b5f6001600160801b03831680615a3e57615a3e6156e4565b806001600160801b0384160491505092915050565b8281526040810161584a8361518d565b65ffffffffffff8181168382160190811115610998576109986155e8565b5f60ff8216806159e5576159e56155e8565b5f60018201615aa457615aa46155e8565b5060010190565b5f82615ab957615ab96156e4565b500690565b63ffffffff8181168382160190811115610998576109986155e8565b8035600781900b81146128d9575f5ffd5b5f5f8335601e19843603018112615b00575f5ffd5b83016020810192503590506001600160401b03811115615b1e575f5ffd5b606081023603821315614de4575f5ffd5b8183526020830192505f815f5b84811015615b905763ffffffff615b5283614e53565b168652615b6160208301615ada565b60070b6020870152615b7560408301615ada565b60070b60408701526060958601959190910190600101615b3c565b5093949350505050565b60208152615bae6020820161576284614e53565b5f615bbb60208401614e53565b63ffffffff8116604084015250615bd460408401614ffc565b60ff8116606084015250615bea60608401615ada565b615bf9608084018260070b9052565b50615c0660808401615ada565b615c1560a084018260070b9052565b50615c2260a08401615ada565b615c3160c084018260070b9052565b50615c3e60c08401615ada565b615c4d60e084018260070b9052565b50615c5a60e08401615ada565b615c6a61010084018260070b9052565b50615c786101008401615ada565b615c8861012084018260070b9052565b50615c966101208401615ada565b615ca661014084018260070b9052565b50615cb46101408401615ada565b615cc461016084018260070b9052565b50615cd26101608401615ada565b615ce261018084018260070b9052565b50615cf06101808401615ada565b615d006101a084018260070b9052565b50615d0e6101a08401615ada565b615d1e6101c084018260070b9052565b50615d2d6101c0840184615aeb565b6101e080850152610c2d61020085018284615b2f565b5f63ffffffff821663ffffffff8103615d5e57615d5e6155e8565b60010192915050565b5f5f5f5f5f60a08688031215615d7b575f5ffd5b505083359560208501359550604085013594606081013594506080013592509050565b8082025f8212600160ff1b84141615615db957615db96155e8565b8181058314821517610998576109986155e8565b8082018281125f831280158216821582161715615dec57615dec6155e8565b505092915050565b5f60208284031215615e04575f5ffd5b6112dd82615ada565b5f60208284031215615e1d575f5ffd5b6112dd82614ffc565b8181035f8312801583831316838312821617156152df576152df6155e8565b65ffffffffffff8281168282160390811115610998576109986155e8565b5f600160ff1b8201615e7757615e776155e8565b505f039056fea164736f6c6343000825000a",
}

// GridOptimizationRewards is an auto generated Go binding around an Ethereum contract.
type GridOptimizationRewards struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *GridOptimizationRewards) GetABI() abi.ABI {
	return c.abi
}

// NewGridOptimizationRewards creates a new instance of GridOptimizationRewards.
func NewGridOptimizationRewards() *GridOptimizationRewards {
	parsed, err := GridOptimizationRewardsMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &GridOptimizationRewards{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *GridOptimizationRewards) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address admin, uint48 adminDelay, address rewards, address work, (uint64,uint64,uint128,uint128,uint128) s) returns()
func (gridOptimizationRewards *GridOptimizationRewards) PackConstructor(admin common.Address, adminDelay *big.Int, rewards common.Address, work common.Address, s GridOptimizationRewardsSettings) []byte {
	enc, err := gridOptimizationRewards.abi.Pack("", admin, adminDelay, rewards, work, s)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackDEFAULTADMINROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa217fddf.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function DEFAULT_ADMIN_ROLE() view returns(bytes32)
func (gridOptimizationRewards *GridOptimizationRewards) PackDEFAULTADMINROLE() []byte {
	enc, err := gridOptimizationRewards.abi.Pack("DEFAULT_ADMIN_ROLE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDEFAULTADMINROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa217fddf.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function DEFAULT_ADMIN_ROLE() view returns(bytes32)
func (gridOptimizationRewards *GridOptimizationRewards) TryPackDEFAULTADMINROLE() ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("DEFAULT_ADMIN_ROLE")
}

// UnpackDEFAULTADMINROLE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa217fddf.
//
// Solidity: function DEFAULT_ADMIN_ROLE() view returns(bytes32)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackDEFAULTADMINROLE(data []byte) ([32]byte, error) {
	out, err := gridOptimizationRewards.abi.Unpack("DEFAULT_ADMIN_ROLE", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackKINDPOWERFLOW is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xee783c16.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function KIND_POWER_FLOW() view returns(uint32)
func (gridOptimizationRewards *GridOptimizationRewards) PackKINDPOWERFLOW() []byte {
	enc, err := gridOptimizationRewards.abi.Pack("KIND_POWER_FLOW")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackKINDPOWERFLOW is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xee783c16.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function KIND_POWER_FLOW() view returns(uint32)
func (gridOptimizationRewards *GridOptimizationRewards) TryPackKINDPOWERFLOW() ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("KIND_POWER_FLOW")
}

// UnpackKINDPOWERFLOW is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xee783c16.
//
// Solidity: function KIND_POWER_FLOW() view returns(uint32)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackKINDPOWERFLOW(data []byte) (uint32, error) {
	out, err := gridOptimizationRewards.abi.Unpack("KIND_POWER_FLOW", data)
	if err != nil {
		return *new(uint32), err
	}
	out0 := *abi.ConvertType(out[0], new(uint32)).(*uint32)
	return out0, nil
}

// PackPAUSERROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe63ab1e9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function PAUSER_ROLE() view returns(bytes32)
func (gridOptimizationRewards *GridOptimizationRewards) PackPAUSERROLE() []byte {
	enc, err := gridOptimizationRewards.abi.Pack("PAUSER_ROLE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPAUSERROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe63ab1e9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function PAUSER_ROLE() view returns(bytes32)
func (gridOptimizationRewards *GridOptimizationRewards) TryPackPAUSERROLE() ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("PAUSER_ROLE")
}

// UnpackPAUSERROLE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe63ab1e9.
//
// Solidity: function PAUSER_ROLE() view returns(bytes32)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackPAUSERROLE(data []byte) ([32]byte, error) {
	out, err := gridOptimizationRewards.abi.Unpack("PAUSER_ROLE", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackPROPOSERROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8f61f4f5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function PROPOSER_ROLE() view returns(bytes32)
func (gridOptimizationRewards *GridOptimizationRewards) PackPROPOSERROLE() []byte {
	enc, err := gridOptimizationRewards.abi.Pack("PROPOSER_ROLE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPROPOSERROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8f61f4f5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function PROPOSER_ROLE() view returns(bytes32)
func (gridOptimizationRewards *GridOptimizationRewards) TryPackPROPOSERROLE() ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("PROPOSER_ROLE")
}

// UnpackPROPOSERROLE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8f61f4f5.
//
// Solidity: function PROPOSER_ROLE() view returns(bytes32)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackPROPOSERROLE(data []byte) ([32]byte, error) {
	out, err := gridOptimizationRewards.abi.Unpack("PROPOSER_ROLE", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackREQUESTWINDOWS is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x97235f5f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function REQUEST_WINDOWS() view returns(uint64)
func (gridOptimizationRewards *GridOptimizationRewards) PackREQUESTWINDOWS() []byte {
	enc, err := gridOptimizationRewards.abi.Pack("REQUEST_WINDOWS")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackREQUESTWINDOWS is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x97235f5f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function REQUEST_WINDOWS() view returns(uint64)
func (gridOptimizationRewards *GridOptimizationRewards) TryPackREQUESTWINDOWS() ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("REQUEST_WINDOWS")
}

// UnpackREQUESTWINDOWS is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x97235f5f.
//
// Solidity: function REQUEST_WINDOWS() view returns(uint64)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackREQUESTWINDOWS(data []byte) (uint64, error) {
	out, err := gridOptimizationRewards.abi.Unpack("REQUEST_WINDOWS", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackAcceptDefaultAdminTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcefc1429.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function acceptDefaultAdminTransfer() returns()
func (gridOptimizationRewards *GridOptimizationRewards) PackAcceptDefaultAdminTransfer() []byte {
	enc, err := gridOptimizationRewards.abi.Pack("acceptDefaultAdminTransfer")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAcceptDefaultAdminTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcefc1429.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function acceptDefaultAdminTransfer() returns()
func (gridOptimizationRewards *GridOptimizationRewards) TryPackAcceptDefaultAdminTransfer() ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("acceptDefaultAdminTransfer")
}

// PackAnswer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x02ba208a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function answer(bytes32 taskId, ((uint32,uint32,uint8,int64,int64,int64,int64,int64,int64,int64,int64,int64,int64,int64,(uint32,int64,int64)[]),bytes32[],bytes[],bytes32[][]) opening) returns()
func (gridOptimizationRewards *GridOptimizationRewards) PackAnswer(taskId [32]byte, opening BusOpeningOpening) []byte {
	enc, err := gridOptimizationRewards.abi.Pack("answer", taskId, opening)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAnswer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x02ba208a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function answer(bytes32 taskId, ((uint32,uint32,uint8,int64,int64,int64,int64,int64,int64,int64,int64,int64,int64,int64,(uint32,int64,int64)[]),bytes32[],bytes[],bytes32[][]) opening) returns()
func (gridOptimizationRewards *GridOptimizationRewards) TryPackAnswer(taskId [32]byte, opening BusOpeningOpening) ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("answer", taskId, opening)
}

// PackAnswerTime is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe6a789ba.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function answerTime() view returns(uint64)
func (gridOptimizationRewards *GridOptimizationRewards) PackAnswerTime() []byte {
	enc, err := gridOptimizationRewards.abi.Pack("answerTime")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAnswerTime is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe6a789ba.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function answerTime() view returns(uint64)
func (gridOptimizationRewards *GridOptimizationRewards) TryPackAnswerTime() ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("answerTime")
}

// UnpackAnswerTime is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe6a789ba.
//
// Solidity: function answerTime() view returns(uint64)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackAnswerTime(data []byte) (uint64, error) {
	out, err := gridOptimizationRewards.abi.Unpack("answerTime", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackBeginDefaultAdminTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x634e93da.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function beginDefaultAdminTransfer(address newAdmin) returns()
func (gridOptimizationRewards *GridOptimizationRewards) PackBeginDefaultAdminTransfer(newAdmin common.Address) []byte {
	enc, err := gridOptimizationRewards.abi.Pack("beginDefaultAdminTransfer", newAdmin)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBeginDefaultAdminTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x634e93da.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function beginDefaultAdminTransfer(address newAdmin) returns()
func (gridOptimizationRewards *GridOptimizationRewards) TryPackBeginDefaultAdminTransfer(newAdmin common.Address) ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("beginDefaultAdminTransfer", newAdmin)
}

// PackBondFor is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x523be0b8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function bondFor(uint128 total) view returns(uint128)
func (gridOptimizationRewards *GridOptimizationRewards) PackBondFor(total *big.Int) []byte {
	enc, err := gridOptimizationRewards.abi.Pack("bondFor", total)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBondFor is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x523be0b8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function bondFor(uint128 total) view returns(uint128)
func (gridOptimizationRewards *GridOptimizationRewards) TryPackBondFor(total *big.Int) ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("bondFor", total)
}

// UnpackBondFor is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x523be0b8.
//
// Solidity: function bondFor(uint128 total) view returns(uint128)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackBondFor(data []byte) (*big.Int, error) {
	out, err := gridOptimizationRewards.abi.Unpack("bondFor", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackBondRate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2e9e442f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function bondRate() view returns(uint128)
func (gridOptimizationRewards *GridOptimizationRewards) PackBondRate() []byte {
	enc, err := gridOptimizationRewards.abi.Pack("bondRate")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBondRate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2e9e442f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function bondRate() view returns(uint128)
func (gridOptimizationRewards *GridOptimizationRewards) TryPackBondRate() ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("bondRate")
}

// UnpackBondRate is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x2e9e442f.
//
// Solidity: function bondRate() view returns(uint128)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackBondRate(data []byte) (*big.Int, error) {
	out, err := gridOptimizationRewards.abi.Unpack("bondRate", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackBurned is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x73f42561.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function burned() view returns(uint256)
func (gridOptimizationRewards *GridOptimizationRewards) PackBurned() []byte {
	enc, err := gridOptimizationRewards.abi.Pack("burned")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBurned is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x73f42561.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function burned() view returns(uint256)
func (gridOptimizationRewards *GridOptimizationRewards) TryPackBurned() ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("burned")
}

// UnpackBurned is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x73f42561.
//
// Solidity: function burned() view returns(uint256)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackBurned(data []byte) (*big.Int, error) {
	out, err := gridOptimizationRewards.abi.Unpack("burned", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackCancelDefaultAdminTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd602b9fd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function cancelDefaultAdminTransfer() returns()
func (gridOptimizationRewards *GridOptimizationRewards) PackCancelDefaultAdminTransfer() []byte {
	enc, err := gridOptimizationRewards.abi.Pack("cancelDefaultAdminTransfer")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCancelDefaultAdminTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd602b9fd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function cancelDefaultAdminTransfer() returns()
func (gridOptimizationRewards *GridOptimizationRewards) TryPackCancelDefaultAdminTransfer() ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("cancelDefaultAdminTransfer")
}

// PackChallengeDuplicate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x78212a9b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function challengeDuplicate(uint32 epoch, (uint32,uint32,address,uint64,uint32,uint16,uint64,bytes32,bytes32,uint128) a, (bytes32,uint128)[] pathA, (uint32,uint32,address,uint64,uint32,uint16,uint64,bytes32,bytes32,uint128) b, (bytes32,uint128)[] pathB) returns()
func (gridOptimizationRewards *GridOptimizationRewards) PackChallengeDuplicate(epoch uint32, a GridOptimizationRewardsLeaf, pathA []SumTreeNode, b GridOptimizationRewardsLeaf, pathB []SumTreeNode) []byte {
	enc, err := gridOptimizationRewards.abi.Pack("challengeDuplicate", epoch, a, pathA, b, pathB)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackChallengeDuplicate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x78212a9b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function challengeDuplicate(uint32 epoch, (uint32,uint32,address,uint64,uint32,uint16,uint64,bytes32,bytes32,uint128) a, (bytes32,uint128)[] pathA, (uint32,uint32,address,uint64,uint32,uint16,uint64,bytes32,bytes32,uint128) b, (bytes32,uint128)[] pathB) returns()
func (gridOptimizationRewards *GridOptimizationRewards) TryPackChallengeDuplicate(epoch uint32, a GridOptimizationRewardsLeaf, pathA []SumTreeNode, b GridOptimizationRewardsLeaf, pathB []SumTreeNode) ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("challengeDuplicate", epoch, a, pathA, b, pathB)
}

// PackChallengeLeaf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x29d5843b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function challengeLeaf(uint32 epoch, (uint32,uint32,address,uint64,uint32,uint16,uint64,bytes32,bytes32,uint128) leaf, (bytes32,uint128)[] path) returns()
func (gridOptimizationRewards *GridOptimizationRewards) PackChallengeLeaf(epoch uint32, leaf GridOptimizationRewardsLeaf, path []SumTreeNode) []byte {
	enc, err := gridOptimizationRewards.abi.Pack("challengeLeaf", epoch, leaf, path)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackChallengeLeaf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x29d5843b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function challengeLeaf(uint32 epoch, (uint32,uint32,address,uint64,uint32,uint16,uint64,bytes32,bytes32,uint128) leaf, (bytes32,uint128)[] path) returns()
func (gridOptimizationRewards *GridOptimizationRewards) TryPackChallengeLeaf(epoch uint32, leaf GridOptimizationRewardsLeaf, path []SumTreeNode) ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("challengeLeaf", epoch, leaf, path)
}

// PackChallengeSum is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x66545ce4.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function challengeSum(uint32 epoch, uint8 level, uint256 index, (bytes32,uint128) left, (bytes32,uint128) right, uint128 sum, (bytes32,uint128)[] path) returns()
func (gridOptimizationRewards *GridOptimizationRewards) PackChallengeSum(epoch uint32, level uint8, index *big.Int, left SumTreeNode, right SumTreeNode, sum *big.Int, path []SumTreeNode) []byte {
	enc, err := gridOptimizationRewards.abi.Pack("challengeSum", epoch, level, index, left, right, sum, path)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackChallengeSum is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x66545ce4.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function challengeSum(uint32 epoch, uint8 level, uint256 index, (bytes32,uint128) left, (bytes32,uint128) right, uint128 sum, (bytes32,uint128)[] path) returns()
func (gridOptimizationRewards *GridOptimizationRewards) TryPackChallengeSum(epoch uint32, level uint8, index *big.Int, left SumTreeNode, right SumTreeNode, sum *big.Int, path []SumTreeNode) ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("challengeSum", epoch, level, index, left, right, sum, path)
}

// PackChangeDefaultAdminDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x649a5ec7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function changeDefaultAdminDelay(uint48 newDelay) returns()
func (gridOptimizationRewards *GridOptimizationRewards) PackChangeDefaultAdminDelay(newDelay *big.Int) []byte {
	enc, err := gridOptimizationRewards.abi.Pack("changeDefaultAdminDelay", newDelay)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackChangeDefaultAdminDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x649a5ec7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function changeDefaultAdminDelay(uint48 newDelay) returns()
func (gridOptimizationRewards *GridOptimizationRewards) TryPackChangeDefaultAdminDelay(newDelay *big.Int) ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("changeDefaultAdminDelay", newDelay)
}

// PackClaim is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb2de421c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function claim((uint32,uint32,address,uint64,uint32,uint16,uint64,bytes32,bytes32,uint128) leaf, (bytes32,uint128)[] path) returns()
func (gridOptimizationRewards *GridOptimizationRewards) PackClaim(leaf GridOptimizationRewardsLeaf, path []SumTreeNode) []byte {
	enc, err := gridOptimizationRewards.abi.Pack("claim", leaf, path)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackClaim is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb2de421c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function claim((uint32,uint32,address,uint64,uint32,uint16,uint64,bytes32,bytes32,uint128) leaf, (bytes32,uint128)[] path) returns()
func (gridOptimizationRewards *GridOptimizationRewards) TryPackClaim(leaf GridOptimizationRewardsLeaf, path []SumTreeNode) ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("claim", leaf, path)
}

// PackCloseRequest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe1492054.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function closeRequest(bytes32 taskId, uint32 bus) returns()
func (gridOptimizationRewards *GridOptimizationRewards) PackCloseRequest(taskId [32]byte, bus uint32) []byte {
	enc, err := gridOptimizationRewards.abi.Pack("closeRequest", taskId, bus)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCloseRequest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe1492054.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function closeRequest(bytes32 taskId, uint32 bus) returns()
func (gridOptimizationRewards *GridOptimizationRewards) TryPackCloseRequest(taskId [32]byte, bus uint32) ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("closeRequest", taskId, bus)
}

// PackCredit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd5d44d80.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function credit(address account) view returns(uint256 amount)
func (gridOptimizationRewards *GridOptimizationRewards) PackCredit(account common.Address) []byte {
	enc, err := gridOptimizationRewards.abi.Pack("credit", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCredit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd5d44d80.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function credit(address account) view returns(uint256 amount)
func (gridOptimizationRewards *GridOptimizationRewards) TryPackCredit(account common.Address) ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("credit", account)
}

// UnpackCredit is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd5d44d80.
//
// Solidity: function credit(address account) view returns(uint256 amount)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackCredit(data []byte) (*big.Int, error) {
	out, err := gridOptimizationRewards.abi.Unpack("credit", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackDefaultAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x84ef8ffc.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function defaultAdmin() view returns(address)
func (gridOptimizationRewards *GridOptimizationRewards) PackDefaultAdmin() []byte {
	enc, err := gridOptimizationRewards.abi.Pack("defaultAdmin")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDefaultAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x84ef8ffc.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function defaultAdmin() view returns(address)
func (gridOptimizationRewards *GridOptimizationRewards) TryPackDefaultAdmin() ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("defaultAdmin")
}

// UnpackDefaultAdmin is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x84ef8ffc.
//
// Solidity: function defaultAdmin() view returns(address)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackDefaultAdmin(data []byte) (common.Address, error) {
	out, err := gridOptimizationRewards.abi.Unpack("defaultAdmin", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackDefaultAdminDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcc8463c8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function defaultAdminDelay() view returns(uint48)
func (gridOptimizationRewards *GridOptimizationRewards) PackDefaultAdminDelay() []byte {
	enc, err := gridOptimizationRewards.abi.Pack("defaultAdminDelay")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDefaultAdminDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcc8463c8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function defaultAdminDelay() view returns(uint48)
func (gridOptimizationRewards *GridOptimizationRewards) TryPackDefaultAdminDelay() ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("defaultAdminDelay")
}

// UnpackDefaultAdminDelay is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xcc8463c8.
//
// Solidity: function defaultAdminDelay() view returns(uint48)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackDefaultAdminDelay(data []byte) (*big.Int, error) {
	out, err := gridOptimizationRewards.abi.Unpack("defaultAdminDelay", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackDefaultAdminDelayIncreaseWait is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x022d63fb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function defaultAdminDelayIncreaseWait() view returns(uint48)
func (gridOptimizationRewards *GridOptimizationRewards) PackDefaultAdminDelayIncreaseWait() []byte {
	enc, err := gridOptimizationRewards.abi.Pack("defaultAdminDelayIncreaseWait")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDefaultAdminDelayIncreaseWait is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x022d63fb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function defaultAdminDelayIncreaseWait() view returns(uint48)
func (gridOptimizationRewards *GridOptimizationRewards) TryPackDefaultAdminDelayIncreaseWait() ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("defaultAdminDelayIncreaseWait")
}

// UnpackDefaultAdminDelayIncreaseWait is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x022d63fb.
//
// Solidity: function defaultAdminDelayIncreaseWait() view returns(uint48)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackDefaultAdminDelayIncreaseWait(data []byte) (*big.Int, error) {
	out, err := gridOptimizationRewards.abi.Unpack("defaultAdminDelayIncreaseWait", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackDispute is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x47c80799.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function dispute((uint64,uint32,uint32,uint128,bytes32,bytes32,bytes32) spec, ((uint32,uint32,uint8,int64,int64,int64,int64,int64,int64,int64,int64,int64,int64,int64,(uint32,int64,int64)[]),bytes32[],bytes[],bytes32[][]) opening) returns()
func (gridOptimizationRewards *GridOptimizationRewards) PackDispute(spec TaskAllocationSpec, opening BusOpeningOpening) []byte {
	enc, err := gridOptimizationRewards.abi.Pack("dispute", spec, opening)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDispute is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x47c80799.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function dispute((uint64,uint32,uint32,uint128,bytes32,bytes32,bytes32) spec, ((uint32,uint32,uint8,int64,int64,int64,int64,int64,int64,int64,int64,int64,int64,int64,(uint32,int64,int64)[]),bytes32[],bytes[],bytes32[][]) opening) returns()
func (gridOptimizationRewards *GridOptimizationRewards) TryPackDispute(spec TaskAllocationSpec, opening BusOpeningOpening) ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("dispute", spec, opening)
}

// PackEpochOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9cdf866d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function epochOf(uint32 epoch) view returns((bytes32,uint128,uint128,uint128,address,uint64,uint32,uint64,uint64,uint32,uint32,uint8))
func (gridOptimizationRewards *GridOptimizationRewards) PackEpochOf(epoch uint32) []byte {
	enc, err := gridOptimizationRewards.abi.Pack("epochOf", epoch)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEpochOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9cdf866d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function epochOf(uint32 epoch) view returns((bytes32,uint128,uint128,uint128,address,uint64,uint32,uint64,uint64,uint32,uint32,uint8))
func (gridOptimizationRewards *GridOptimizationRewards) TryPackEpochOf(epoch uint32) ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("epochOf", epoch)
}

// UnpackEpochOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9cdf866d.
//
// Solidity: function epochOf(uint32 epoch) view returns((bytes32,uint128,uint128,uint128,address,uint64,uint32,uint64,uint64,uint32,uint32,uint8))
func (gridOptimizationRewards *GridOptimizationRewards) UnpackEpochOf(data []byte) (GridOptimizationRewardsEpoch, error) {
	out, err := gridOptimizationRewards.abi.Unpack("epochOf", data)
	if err != nil {
		return *new(GridOptimizationRewardsEpoch), err
	}
	out0 := *abi.ConvertType(out[0], new(GridOptimizationRewardsEpoch)).(*GridOptimizationRewardsEpoch)
	return out0, nil
}

// PackFinalize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd9adbf85.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function finalize(uint32 epoch) returns()
func (gridOptimizationRewards *GridOptimizationRewards) PackFinalize(epoch uint32) []byte {
	enc, err := gridOptimizationRewards.abi.Pack("finalize", epoch)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFinalize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd9adbf85.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function finalize(uint32 epoch) returns()
func (gridOptimizationRewards *GridOptimizationRewards) TryPackFinalize(epoch uint32) ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("finalize", epoch)
}

// PackGetRoleAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x248a9ca3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getRoleAdmin(bytes32 role) view returns(bytes32)
func (gridOptimizationRewards *GridOptimizationRewards) PackGetRoleAdmin(role [32]byte) []byte {
	enc, err := gridOptimizationRewards.abi.Pack("getRoleAdmin", role)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetRoleAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x248a9ca3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getRoleAdmin(bytes32 role) view returns(bytes32)
func (gridOptimizationRewards *GridOptimizationRewards) TryPackGetRoleAdmin(role [32]byte) ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("getRoleAdmin", role)
}

// UnpackGetRoleAdmin is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x248a9ca3.
//
// Solidity: function getRoleAdmin(bytes32 role) view returns(bytes32)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackGetRoleAdmin(data []byte) ([32]byte, error) {
	out, err := gridOptimizationRewards.abi.Unpack("getRoleAdmin", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackGrantRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2f2ff15d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function grantRole(bytes32 role, address account) returns()
func (gridOptimizationRewards *GridOptimizationRewards) PackGrantRole(role [32]byte, account common.Address) []byte {
	enc, err := gridOptimizationRewards.abi.Pack("grantRole", role, account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGrantRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2f2ff15d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function grantRole(bytes32 role, address account) returns()
func (gridOptimizationRewards *GridOptimizationRewards) TryPackGrantRole(role [32]byte, account common.Address) ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("grantRole", role, account)
}

// PackHasRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x91d14854.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function hasRole(bytes32 role, address account) view returns(bool)
func (gridOptimizationRewards *GridOptimizationRewards) PackHasRole(role [32]byte, account common.Address) []byte {
	enc, err := gridOptimizationRewards.abi.Pack("hasRole", role, account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHasRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x91d14854.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function hasRole(bytes32 role, address account) view returns(bool)
func (gridOptimizationRewards *GridOptimizationRewards) TryPackHasRole(role [32]byte, account common.Address) ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("hasRole", role, account)
}

// UnpackHasRole is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x91d14854.
//
// Solidity: function hasRole(bytes32 role, address account) view returns(bool)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackHasRole(data []byte) (bool, error) {
	out, err := gridOptimizationRewards.abi.Unpack("hasRole", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackIsFinal is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2095eab3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isFinal((uint32,uint32,address,uint64,uint32,uint16,uint64,bytes32,bytes32,uint128) leaf, (bytes32,uint128)[] path) view returns(bool)
func (gridOptimizationRewards *GridOptimizationRewards) PackIsFinal(leaf GridOptimizationRewardsLeaf, path []SumTreeNode) []byte {
	enc, err := gridOptimizationRewards.abi.Pack("isFinal", leaf, path)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsFinal is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2095eab3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isFinal((uint32,uint32,address,uint64,uint32,uint16,uint64,bytes32,bytes32,uint128) leaf, (bytes32,uint128)[] path) view returns(bool)
func (gridOptimizationRewards *GridOptimizationRewards) TryPackIsFinal(leaf GridOptimizationRewardsLeaf, path []SumTreeNode) ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("isFinal", leaf, path)
}

// UnpackIsFinal is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x2095eab3.
//
// Solidity: function isFinal((uint32,uint32,address,uint64,uint32,uint16,uint64,bytes32,bytes32,uint128) leaf, (bytes32,uint128)[] path) view returns(bool)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackIsFinal(data []byte) (bool, error) {
	out, err := gridOptimizationRewards.abi.Unpack("isFinal", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackJudgementOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc29627ed.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function judgementOf(bytes32 taskId) view returns(uint8 verdict, uint64 since)
func (gridOptimizationRewards *GridOptimizationRewards) PackJudgementOf(taskId [32]byte) []byte {
	enc, err := gridOptimizationRewards.abi.Pack("judgementOf", taskId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackJudgementOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc29627ed.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function judgementOf(bytes32 taskId) view returns(uint8 verdict, uint64 since)
func (gridOptimizationRewards *GridOptimizationRewards) TryPackJudgementOf(taskId [32]byte) ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("judgementOf", taskId)
}

// JudgementOfOutput serves as a container for the return parameters of contract
// method JudgementOf.
type JudgementOfOutput struct {
	Verdict uint8
	Since   uint64
}

// UnpackJudgementOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc29627ed.
//
// Solidity: function judgementOf(bytes32 taskId) view returns(uint8 verdict, uint64 since)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackJudgementOf(data []byte) (JudgementOfOutput, error) {
	out, err := gridOptimizationRewards.abi.Unpack("judgementOf", data)
	outstruct := new(JudgementOfOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Verdict = *abi.ConvertType(out[0], new(uint8)).(*uint8)
	outstruct.Since = *abi.ConvertType(out[1], new(uint64)).(*uint64)
	return *outstruct, nil
}

// PackLeafHash is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa942b1d3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function leafHash((uint32,uint32,address,uint64,uint32,uint16,uint64,bytes32,bytes32,uint128) leaf) pure returns(bytes32)
func (gridOptimizationRewards *GridOptimizationRewards) PackLeafHash(leaf GridOptimizationRewardsLeaf) []byte {
	enc, err := gridOptimizationRewards.abi.Pack("leafHash", leaf)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackLeafHash is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa942b1d3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function leafHash((uint32,uint32,address,uint64,uint32,uint16,uint64,bytes32,bytes32,uint128) leaf) pure returns(bytes32)
func (gridOptimizationRewards *GridOptimizationRewards) TryPackLeafHash(leaf GridOptimizationRewardsLeaf) ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("leafHash", leaf)
}

// UnpackLeafHash is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa942b1d3.
//
// Solidity: function leafHash((uint32,uint32,address,uint64,uint32,uint16,uint64,bytes32,bytes32,uint128) leaf) pure returns(bytes32)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackLeafHash(data []byte) ([32]byte, error) {
	out, err := gridOptimizationRewards.abi.Unpack("leafHash", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackMinBond is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x831518b7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function minBond() view returns(uint128)
func (gridOptimizationRewards *GridOptimizationRewards) PackMinBond() []byte {
	enc, err := gridOptimizationRewards.abi.Pack("minBond")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMinBond is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x831518b7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function minBond() view returns(uint128)
func (gridOptimizationRewards *GridOptimizationRewards) TryPackMinBond() ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("minBond")
}

// UnpackMinBond is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x831518b7.
//
// Solidity: function minBond() view returns(uint128)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackMinBond(data []byte) (*big.Int, error) {
	out, err := gridOptimizationRewards.abi.Unpack("minBond", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackMoney is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4ddd108a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function money() view returns(address)
func (gridOptimizationRewards *GridOptimizationRewards) PackMoney() []byte {
	enc, err := gridOptimizationRewards.abi.Pack("money")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMoney is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4ddd108a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function money() view returns(address)
func (gridOptimizationRewards *GridOptimizationRewards) TryPackMoney() ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("money")
}

// UnpackMoney is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x4ddd108a.
//
// Solidity: function money() view returns(address)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackMoney(data []byte) (common.Address, error) {
	out, err := gridOptimizationRewards.abi.Unpack("money", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackNullifiers is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x39b51ea5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function nullifiers() view returns(address)
func (gridOptimizationRewards *GridOptimizationRewards) PackNullifiers() []byte {
	enc, err := gridOptimizationRewards.abi.Pack("nullifiers")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackNullifiers is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x39b51ea5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function nullifiers() view returns(address)
func (gridOptimizationRewards *GridOptimizationRewards) TryPackNullifiers() ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("nullifiers")
}

// UnpackNullifiers is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x39b51ea5.
//
// Solidity: function nullifiers() view returns(address)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackNullifiers(data []byte) (common.Address, error) {
	out, err := gridOptimizationRewards.abi.Unpack("nullifiers", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function owner() view returns(address)
func (gridOptimizationRewards *GridOptimizationRewards) PackOwner() []byte {
	enc, err := gridOptimizationRewards.abi.Pack("owner")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function owner() view returns(address)
func (gridOptimizationRewards *GridOptimizationRewards) TryPackOwner() ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("owner")
}

// UnpackOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8da5cb5b.
//
// Solidity: function owner() view returns(address)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackOwner(data []byte) (common.Address, error) {
	out, err := gridOptimizationRewards.abi.Unpack("owner", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackPause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8456cb59.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pause() returns()
func (gridOptimizationRewards *GridOptimizationRewards) PackPause() []byte {
	enc, err := gridOptimizationRewards.abi.Pack("pause")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8456cb59.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function pause() returns()
func (gridOptimizationRewards *GridOptimizationRewards) TryPackPause() ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("pause")
}

// PackPaused is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5c975abb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function paused() view returns(bool)
func (gridOptimizationRewards *GridOptimizationRewards) PackPaused() []byte {
	enc, err := gridOptimizationRewards.abi.Pack("paused")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPaused is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5c975abb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function paused() view returns(bool)
func (gridOptimizationRewards *GridOptimizationRewards) TryPackPaused() ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("paused")
}

// UnpackPaused is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5c975abb.
//
// Solidity: function paused() view returns(bool)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackPaused(data []byte) (bool, error) {
	out, err := gridOptimizationRewards.abi.Unpack("paused", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackPendingDefaultAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcf6eefb7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pendingDefaultAdmin() view returns(address newAdmin, uint48 schedule)
func (gridOptimizationRewards *GridOptimizationRewards) PackPendingDefaultAdmin() []byte {
	enc, err := gridOptimizationRewards.abi.Pack("pendingDefaultAdmin")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPendingDefaultAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcf6eefb7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function pendingDefaultAdmin() view returns(address newAdmin, uint48 schedule)
func (gridOptimizationRewards *GridOptimizationRewards) TryPackPendingDefaultAdmin() ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("pendingDefaultAdmin")
}

// PendingDefaultAdminOutput serves as a container for the return parameters of contract
// method PendingDefaultAdmin.
type PendingDefaultAdminOutput struct {
	NewAdmin common.Address
	Schedule *big.Int
}

// UnpackPendingDefaultAdmin is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xcf6eefb7.
//
// Solidity: function pendingDefaultAdmin() view returns(address newAdmin, uint48 schedule)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackPendingDefaultAdmin(data []byte) (PendingDefaultAdminOutput, error) {
	out, err := gridOptimizationRewards.abi.Unpack("pendingDefaultAdmin", data)
	outstruct := new(PendingDefaultAdminOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.NewAdmin = *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	outstruct.Schedule = abi.ConvertType(out[1], new(big.Int)).(*big.Int)
	return *outstruct, nil
}

// PackPendingDefaultAdminDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa1eda53c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pendingDefaultAdminDelay() view returns(uint48 newDelay, uint48 schedule)
func (gridOptimizationRewards *GridOptimizationRewards) PackPendingDefaultAdminDelay() []byte {
	enc, err := gridOptimizationRewards.abi.Pack("pendingDefaultAdminDelay")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPendingDefaultAdminDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa1eda53c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function pendingDefaultAdminDelay() view returns(uint48 newDelay, uint48 schedule)
func (gridOptimizationRewards *GridOptimizationRewards) TryPackPendingDefaultAdminDelay() ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("pendingDefaultAdminDelay")
}

// PendingDefaultAdminDelayOutput serves as a container for the return parameters of contract
// method PendingDefaultAdminDelay.
type PendingDefaultAdminDelayOutput struct {
	NewDelay *big.Int
	Schedule *big.Int
}

// UnpackPendingDefaultAdminDelay is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa1eda53c.
//
// Solidity: function pendingDefaultAdminDelay() view returns(uint48 newDelay, uint48 schedule)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackPendingDefaultAdminDelay(data []byte) (PendingDefaultAdminDelayOutput, error) {
	out, err := gridOptimizationRewards.abi.Unpack("pendingDefaultAdminDelay", data)
	outstruct := new(PendingDefaultAdminDelayOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.NewDelay = abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	outstruct.Schedule = abi.ConvertType(out[1], new(big.Int)).(*big.Int)
	return *outstruct, nil
}

// PackPropose is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcd5b4dca.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function propose(uint32 epoch, bytes32 root, uint128 total, uint32 count) returns()
func (gridOptimizationRewards *GridOptimizationRewards) PackPropose(epoch uint32, root [32]byte, total *big.Int, count uint32) []byte {
	enc, err := gridOptimizationRewards.abi.Pack("propose", epoch, root, total, count)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPropose is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcd5b4dca.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function propose(uint32 epoch, bytes32 root, uint128 total, uint32 count) returns()
func (gridOptimizationRewards *GridOptimizationRewards) TryPackPropose(epoch uint32, root [32]byte, total *big.Int, count uint32) ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("propose", epoch, root, total, count)
}

// PackRelease is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdda42b37.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function release(uint32 epoch) returns()
func (gridOptimizationRewards *GridOptimizationRewards) PackRelease(epoch uint32) []byte {
	enc, err := gridOptimizationRewards.abi.Pack("release", epoch)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRelease is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdda42b37.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function release(uint32 epoch) returns()
func (gridOptimizationRewards *GridOptimizationRewards) TryPackRelease(epoch uint32) ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("release", epoch)
}

// PackRenounceRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x36568abe.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function renounceRole(bytes32 role, address account) returns()
func (gridOptimizationRewards *GridOptimizationRewards) PackRenounceRole(role [32]byte, account common.Address) []byte {
	enc, err := gridOptimizationRewards.abi.Pack("renounceRole", role, account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRenounceRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x36568abe.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function renounceRole(bytes32 role, address account) returns()
func (gridOptimizationRewards *GridOptimizationRewards) TryPackRenounceRole(role [32]byte, account common.Address) ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("renounceRole", role, account)
}

// PackRequestBond is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3d21f296.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function requestBond() view returns(uint128)
func (gridOptimizationRewards *GridOptimizationRewards) PackRequestBond() []byte {
	enc, err := gridOptimizationRewards.abi.Pack("requestBond")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRequestBond is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3d21f296.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function requestBond() view returns(uint128)
func (gridOptimizationRewards *GridOptimizationRewards) TryPackRequestBond() ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("requestBond")
}

// UnpackRequestBond is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x3d21f296.
//
// Solidity: function requestBond() view returns(uint128)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackRequestBond(data []byte) (*big.Int, error) {
	out, err := gridOptimizationRewards.abi.Unpack("requestBond", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackRequestData is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf9e4e244.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function requestData((uint32,uint32,address,uint64,uint32,uint16,uint64,bytes32,bytes32,uint128) leaf, (bytes32,uint128)[] path, (uint64,uint32,uint32,uint128,bytes32,bytes32,bytes32) spec, (uint32,uint32,uint8,int64,int64,int64,int64,int64,int64,int64,int64,int64,int64,int64,(uint32,int64,int64)[]) bus, bytes32[] busPath) returns()
func (gridOptimizationRewards *GridOptimizationRewards) PackRequestData(leaf GridOptimizationRewardsLeaf, path []SumTreeNode, spec TaskAllocationSpec, bus PowerFlowBus, busPath [][32]byte) []byte {
	enc, err := gridOptimizationRewards.abi.Pack("requestData", leaf, path, spec, bus, busPath)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRequestData is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf9e4e244.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function requestData((uint32,uint32,address,uint64,uint32,uint16,uint64,bytes32,bytes32,uint128) leaf, (bytes32,uint128)[] path, (uint64,uint32,uint32,uint128,bytes32,bytes32,bytes32) spec, (uint32,uint32,uint8,int64,int64,int64,int64,int64,int64,int64,int64,int64,int64,int64,(uint32,int64,int64)[]) bus, bytes32[] busPath) returns()
func (gridOptimizationRewards *GridOptimizationRewards) TryPackRequestData(leaf GridOptimizationRewardsLeaf, path []SumTreeNode, spec TaskAllocationSpec, bus PowerFlowBus, busPath [][32]byte) ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("requestData", leaf, path, spec, bus, busPath)
}

// PackRequestKey is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4d7d6116.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function requestKey(bytes32 taskId, uint32 bus) pure returns(bytes32)
func (gridOptimizationRewards *GridOptimizationRewards) PackRequestKey(taskId [32]byte, bus uint32) []byte {
	enc, err := gridOptimizationRewards.abi.Pack("requestKey", taskId, bus)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRequestKey is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4d7d6116.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function requestKey(bytes32 taskId, uint32 bus) pure returns(bytes32)
func (gridOptimizationRewards *GridOptimizationRewards) TryPackRequestKey(taskId [32]byte, bus uint32) ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("requestKey", taskId, bus)
}

// UnpackRequestKey is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x4d7d6116.
//
// Solidity: function requestKey(bytes32 taskId, uint32 bus) pure returns(bytes32)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackRequestKey(data []byte) ([32]byte, error) {
	out, err := gridOptimizationRewards.abi.Unpack("requestKey", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackRequestOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xeacb1408.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function requestOf(bytes32 key) view returns(address by, uint64 dueAt, uint32 epoch, uint128 amount, uint32 attempt, bool closed)
func (gridOptimizationRewards *GridOptimizationRewards) PackRequestOf(key [32]byte) []byte {
	enc, err := gridOptimizationRewards.abi.Pack("requestOf", key)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRequestOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xeacb1408.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function requestOf(bytes32 key) view returns(address by, uint64 dueAt, uint32 epoch, uint128 amount, uint32 attempt, bool closed)
func (gridOptimizationRewards *GridOptimizationRewards) TryPackRequestOf(key [32]byte) ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("requestOf", key)
}

// RequestOfOutput serves as a container for the return parameters of contract
// method RequestOf.
type RequestOfOutput struct {
	By      common.Address
	DueAt   uint64
	Epoch   uint32
	Amount  *big.Int
	Attempt uint32
	Closed  bool
}

// UnpackRequestOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xeacb1408.
//
// Solidity: function requestOf(bytes32 key) view returns(address by, uint64 dueAt, uint32 epoch, uint128 amount, uint32 attempt, bool closed)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackRequestOf(data []byte) (RequestOfOutput, error) {
	out, err := gridOptimizationRewards.abi.Unpack("requestOf", data)
	outstruct := new(RequestOfOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.By = *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	outstruct.DueAt = *abi.ConvertType(out[1], new(uint64)).(*uint64)
	outstruct.Epoch = *abi.ConvertType(out[2], new(uint32)).(*uint32)
	outstruct.Amount = abi.ConvertType(out[3], new(big.Int)).(*big.Int)
	outstruct.Attempt = *abi.ConvertType(out[4], new(uint32)).(*uint32)
	outstruct.Closed = *abi.ConvertType(out[5], new(bool)).(*bool)
	return *outstruct, nil
}

// PackRevokeRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd547741f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function revokeRole(bytes32 role, address account) returns()
func (gridOptimizationRewards *GridOptimizationRewards) PackRevokeRole(role [32]byte, account common.Address) []byte {
	enc, err := gridOptimizationRewards.abi.Pack("revokeRole", role, account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRevokeRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd547741f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function revokeRole(bytes32 role, address account) returns()
func (gridOptimizationRewards *GridOptimizationRewards) TryPackRevokeRole(role [32]byte, account common.Address) ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("revokeRole", role, account)
}

// PackRollbackDefaultAdminDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0aa6220b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function rollbackDefaultAdminDelay() returns()
func (gridOptimizationRewards *GridOptimizationRewards) PackRollbackDefaultAdminDelay() []byte {
	enc, err := gridOptimizationRewards.abi.Pack("rollbackDefaultAdminDelay")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRollbackDefaultAdminDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0aa6220b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function rollbackDefaultAdminDelay() returns()
func (gridOptimizationRewards *GridOptimizationRewards) TryPackRollbackDefaultAdminDelay() ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("rollbackDefaultAdminDelay")
}

// PackSupportsInterface is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x01ffc9a7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function supportsInterface(bytes4 interfaceId) view returns(bool)
func (gridOptimizationRewards *GridOptimizationRewards) PackSupportsInterface(interfaceId [4]byte) []byte {
	enc, err := gridOptimizationRewards.abi.Pack("supportsInterface", interfaceId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSupportsInterface is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x01ffc9a7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function supportsInterface(bytes4 interfaceId) view returns(bool)
func (gridOptimizationRewards *GridOptimizationRewards) TryPackSupportsInterface(interfaceId [4]byte) ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("supportsInterface", interfaceId)
}

// UnpackSupportsInterface is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x01ffc9a7.
//
// Solidity: function supportsInterface(bytes4 interfaceId) view returns(bool)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackSupportsInterface(data []byte) (bool, error) {
	out, err := gridOptimizationRewards.abi.Unpack("supportsInterface", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackTasks is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc305a6d9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function tasks() view returns(address)
func (gridOptimizationRewards *GridOptimizationRewards) PackTasks() []byte {
	enc, err := gridOptimizationRewards.abi.Pack("tasks")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTasks is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc305a6d9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function tasks() view returns(address)
func (gridOptimizationRewards *GridOptimizationRewards) TryPackTasks() ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("tasks")
}

// UnpackTasks is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc305a6d9.
//
// Solidity: function tasks() view returns(address)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackTasks(data []byte) (common.Address, error) {
	out, err := gridOptimizationRewards.abi.Unpack("tasks", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackToken is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfc0c546a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function token() view returns(address)
func (gridOptimizationRewards *GridOptimizationRewards) PackToken() []byte {
	enc, err := gridOptimizationRewards.abi.Pack("token")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackToken is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfc0c546a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function token() view returns(address)
func (gridOptimizationRewards *GridOptimizationRewards) TryPackToken() ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("token")
}

// UnpackToken is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xfc0c546a.
//
// Solidity: function token() view returns(address)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackToken(data []byte) (common.Address, error) {
	out, err := gridOptimizationRewards.abi.Unpack("token", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackUnpause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3f4ba83a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function unpause() returns()
func (gridOptimizationRewards *GridOptimizationRewards) PackUnpause() []byte {
	enc, err := gridOptimizationRewards.abi.Pack("unpause")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUnpause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3f4ba83a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function unpause() returns()
func (gridOptimizationRewards *GridOptimizationRewards) TryPackUnpause() ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("unpause")
}

// PackWindow is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x461645bf.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function window() view returns(uint64)
func (gridOptimizationRewards *GridOptimizationRewards) PackWindow() []byte {
	enc, err := gridOptimizationRewards.abi.Pack("window")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackWindow is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x461645bf.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function window() view returns(uint64)
func (gridOptimizationRewards *GridOptimizationRewards) TryPackWindow() ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("window")
}

// UnpackWindow is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x461645bf.
//
// Solidity: function window() view returns(uint64)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackWindow(data []byte) (uint64, error) {
	out, err := gridOptimizationRewards.abi.Unpack("window", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackWithdraw is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3ccfd60b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function withdraw() returns()
func (gridOptimizationRewards *GridOptimizationRewards) PackWithdraw() []byte {
	enc, err := gridOptimizationRewards.abi.Pack("withdraw")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackWithdraw is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3ccfd60b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function withdraw() returns()
func (gridOptimizationRewards *GridOptimizationRewards) TryPackWithdraw() ([]byte, error) {
	return gridOptimizationRewards.abi.Pack("withdraw")
}

// GridOptimizationRewardsClaimed represents a Claimed event raised by the GridOptimizationRewards contract.
type GridOptimizationRewardsClaimed struct {
	Epoch   uint32
	Index   uint32
	Account common.Address
	TaskId  [32]byte
	Amount  *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const GridOptimizationRewardsClaimedEventName = "Claimed"

// ContractEventName returns the user-defined event name.
func (GridOptimizationRewardsClaimed) ContractEventName() string {
	return GridOptimizationRewardsClaimedEventName
}

// UnpackClaimedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Claimed(uint32 indexed epoch, uint32 index, address indexed account, bytes32 indexed taskId, uint128 amount)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackClaimedEvent(log *types.Log) (*GridOptimizationRewardsClaimed, error) {
	event := "Claimed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != gridOptimizationRewards.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(GridOptimizationRewardsClaimed)
	if len(log.Data) > 0 {
		if err := gridOptimizationRewards.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range gridOptimizationRewards.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// GridOptimizationRewardsDataAnswered represents a DataAnswered event raised by the GridOptimizationRewards contract.
type GridOptimizationRewardsDataAnswered struct {
	TaskId [32]byte
	Bus    uint32
	By     common.Address
	Raw    *types.Log // Blockchain specific contextual infos
}

const GridOptimizationRewardsDataAnsweredEventName = "DataAnswered"

// ContractEventName returns the user-defined event name.
func (GridOptimizationRewardsDataAnswered) ContractEventName() string {
	return GridOptimizationRewardsDataAnsweredEventName
}

// UnpackDataAnsweredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event DataAnswered(bytes32 indexed taskId, uint32 bus, address indexed by)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackDataAnsweredEvent(log *types.Log) (*GridOptimizationRewardsDataAnswered, error) {
	event := "DataAnswered"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != gridOptimizationRewards.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(GridOptimizationRewardsDataAnswered)
	if len(log.Data) > 0 {
		if err := gridOptimizationRewards.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range gridOptimizationRewards.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// GridOptimizationRewardsDataRequested represents a DataRequested event raised by the GridOptimizationRewards contract.
type GridOptimizationRewardsDataRequested struct {
	TaskId [32]byte
	Bus    uint32
	By     common.Address
	DueAt  uint64
	Raw    *types.Log // Blockchain specific contextual infos
}

const GridOptimizationRewardsDataRequestedEventName = "DataRequested"

// ContractEventName returns the user-defined event name.
func (GridOptimizationRewardsDataRequested) ContractEventName() string {
	return GridOptimizationRewardsDataRequestedEventName
}

// UnpackDataRequestedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event DataRequested(bytes32 indexed taskId, uint32 bus, address indexed by, uint64 dueAt)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackDataRequestedEvent(log *types.Log) (*GridOptimizationRewardsDataRequested, error) {
	event := "DataRequested"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != gridOptimizationRewards.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(GridOptimizationRewardsDataRequested)
	if len(log.Data) > 0 {
		if err := gridOptimizationRewards.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range gridOptimizationRewards.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// GridOptimizationRewardsDataWithheld represents a DataWithheld event raised by the GridOptimizationRewards contract.
type GridOptimizationRewardsDataWithheld struct {
	TaskId [32]byte
	Epoch  uint32
	Amount *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const GridOptimizationRewardsDataWithheldEventName = "DataWithheld"

// ContractEventName returns the user-defined event name.
func (GridOptimizationRewardsDataWithheld) ContractEventName() string {
	return GridOptimizationRewardsDataWithheldEventName
}

// UnpackDataWithheldEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event DataWithheld(bytes32 indexed taskId, uint32 indexed epoch, uint128 amount)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackDataWithheldEvent(log *types.Log) (*GridOptimizationRewardsDataWithheld, error) {
	event := "DataWithheld"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != gridOptimizationRewards.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(GridOptimizationRewardsDataWithheld)
	if len(log.Data) > 0 {
		if err := gridOptimizationRewards.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range gridOptimizationRewards.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// GridOptimizationRewardsDefaultAdminDelayChangeCanceled represents a DefaultAdminDelayChangeCanceled event raised by the GridOptimizationRewards contract.
type GridOptimizationRewardsDefaultAdminDelayChangeCanceled struct {
	Raw *types.Log // Blockchain specific contextual infos
}

const GridOptimizationRewardsDefaultAdminDelayChangeCanceledEventName = "DefaultAdminDelayChangeCanceled"

// ContractEventName returns the user-defined event name.
func (GridOptimizationRewardsDefaultAdminDelayChangeCanceled) ContractEventName() string {
	return GridOptimizationRewardsDefaultAdminDelayChangeCanceledEventName
}

// UnpackDefaultAdminDelayChangeCanceledEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event DefaultAdminDelayChangeCanceled()
func (gridOptimizationRewards *GridOptimizationRewards) UnpackDefaultAdminDelayChangeCanceledEvent(log *types.Log) (*GridOptimizationRewardsDefaultAdminDelayChangeCanceled, error) {
	event := "DefaultAdminDelayChangeCanceled"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != gridOptimizationRewards.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(GridOptimizationRewardsDefaultAdminDelayChangeCanceled)
	if len(log.Data) > 0 {
		if err := gridOptimizationRewards.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range gridOptimizationRewards.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// GridOptimizationRewardsDefaultAdminDelayChangeScheduled represents a DefaultAdminDelayChangeScheduled event raised by the GridOptimizationRewards contract.
type GridOptimizationRewardsDefaultAdminDelayChangeScheduled struct {
	NewDelay       *big.Int
	EffectSchedule *big.Int
	Raw            *types.Log // Blockchain specific contextual infos
}

const GridOptimizationRewardsDefaultAdminDelayChangeScheduledEventName = "DefaultAdminDelayChangeScheduled"

// ContractEventName returns the user-defined event name.
func (GridOptimizationRewardsDefaultAdminDelayChangeScheduled) ContractEventName() string {
	return GridOptimizationRewardsDefaultAdminDelayChangeScheduledEventName
}

// UnpackDefaultAdminDelayChangeScheduledEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event DefaultAdminDelayChangeScheduled(uint48 newDelay, uint48 effectSchedule)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackDefaultAdminDelayChangeScheduledEvent(log *types.Log) (*GridOptimizationRewardsDefaultAdminDelayChangeScheduled, error) {
	event := "DefaultAdminDelayChangeScheduled"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != gridOptimizationRewards.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(GridOptimizationRewardsDefaultAdminDelayChangeScheduled)
	if len(log.Data) > 0 {
		if err := gridOptimizationRewards.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range gridOptimizationRewards.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// GridOptimizationRewardsDefaultAdminTransferCanceled represents a DefaultAdminTransferCanceled event raised by the GridOptimizationRewards contract.
type GridOptimizationRewardsDefaultAdminTransferCanceled struct {
	Raw *types.Log // Blockchain specific contextual infos
}

const GridOptimizationRewardsDefaultAdminTransferCanceledEventName = "DefaultAdminTransferCanceled"

// ContractEventName returns the user-defined event name.
func (GridOptimizationRewardsDefaultAdminTransferCanceled) ContractEventName() string {
	return GridOptimizationRewardsDefaultAdminTransferCanceledEventName
}

// UnpackDefaultAdminTransferCanceledEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event DefaultAdminTransferCanceled()
func (gridOptimizationRewards *GridOptimizationRewards) UnpackDefaultAdminTransferCanceledEvent(log *types.Log) (*GridOptimizationRewardsDefaultAdminTransferCanceled, error) {
	event := "DefaultAdminTransferCanceled"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != gridOptimizationRewards.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(GridOptimizationRewardsDefaultAdminTransferCanceled)
	if len(log.Data) > 0 {
		if err := gridOptimizationRewards.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range gridOptimizationRewards.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// GridOptimizationRewardsDefaultAdminTransferScheduled represents a DefaultAdminTransferScheduled event raised by the GridOptimizationRewards contract.
type GridOptimizationRewardsDefaultAdminTransferScheduled struct {
	NewAdmin       common.Address
	AcceptSchedule *big.Int
	Raw            *types.Log // Blockchain specific contextual infos
}

const GridOptimizationRewardsDefaultAdminTransferScheduledEventName = "DefaultAdminTransferScheduled"

// ContractEventName returns the user-defined event name.
func (GridOptimizationRewardsDefaultAdminTransferScheduled) ContractEventName() string {
	return GridOptimizationRewardsDefaultAdminTransferScheduledEventName
}

// UnpackDefaultAdminTransferScheduledEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event DefaultAdminTransferScheduled(address indexed newAdmin, uint48 acceptSchedule)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackDefaultAdminTransferScheduledEvent(log *types.Log) (*GridOptimizationRewardsDefaultAdminTransferScheduled, error) {
	event := "DefaultAdminTransferScheduled"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != gridOptimizationRewards.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(GridOptimizationRewardsDefaultAdminTransferScheduled)
	if len(log.Data) > 0 {
		if err := gridOptimizationRewards.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range gridOptimizationRewards.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// GridOptimizationRewardsFinalized represents a Finalized event raised by the GridOptimizationRewards contract.
type GridOptimizationRewardsFinalized struct {
	Epoch uint32
	Root  [32]byte
	Total *big.Int
	Raw   *types.Log // Blockchain specific contextual infos
}

const GridOptimizationRewardsFinalizedEventName = "Finalized"

// ContractEventName returns the user-defined event name.
func (GridOptimizationRewardsFinalized) ContractEventName() string {
	return GridOptimizationRewardsFinalizedEventName
}

// UnpackFinalizedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Finalized(uint32 indexed epoch, bytes32 root, uint128 total)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackFinalizedEvent(log *types.Log) (*GridOptimizationRewardsFinalized, error) {
	event := "Finalized"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != gridOptimizationRewards.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(GridOptimizationRewardsFinalized)
	if len(log.Data) > 0 {
		if err := gridOptimizationRewards.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range gridOptimizationRewards.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// GridOptimizationRewardsPaused represents a Paused event raised by the GridOptimizationRewards contract.
type GridOptimizationRewardsPaused struct {
	Account common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const GridOptimizationRewardsPausedEventName = "Paused"

// ContractEventName returns the user-defined event name.
func (GridOptimizationRewardsPaused) ContractEventName() string {
	return GridOptimizationRewardsPausedEventName
}

// UnpackPausedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Paused(address account)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackPausedEvent(log *types.Log) (*GridOptimizationRewardsPaused, error) {
	event := "Paused"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != gridOptimizationRewards.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(GridOptimizationRewardsPaused)
	if len(log.Data) > 0 {
		if err := gridOptimizationRewards.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range gridOptimizationRewards.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// GridOptimizationRewardsProposed represents a Proposed event raised by the GridOptimizationRewards contract.
type GridOptimizationRewardsProposed struct {
	Epoch    uint32
	Attempt  uint32
	Root     [32]byte
	Total    *big.Int
	Count    uint32
	Bond     *big.Int
	ClosesAt uint64
	Raw      *types.Log // Blockchain specific contextual infos
}

const GridOptimizationRewardsProposedEventName = "Proposed"

// ContractEventName returns the user-defined event name.
func (GridOptimizationRewardsProposed) ContractEventName() string {
	return GridOptimizationRewardsProposedEventName
}

// UnpackProposedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Proposed(uint32 indexed epoch, uint32 attempt, bytes32 root, uint128 total, uint32 count, uint128 bond, uint64 closesAt)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackProposedEvent(log *types.Log) (*GridOptimizationRewardsProposed, error) {
	event := "Proposed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != gridOptimizationRewards.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(GridOptimizationRewardsProposed)
	if len(log.Data) > 0 {
		if err := gridOptimizationRewards.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range gridOptimizationRewards.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// GridOptimizationRewardsReleased represents a Released event raised by the GridOptimizationRewards contract.
type GridOptimizationRewardsReleased struct {
	Epoch    uint32
	Attempt  uint32
	Proposer common.Address
	Raw      *types.Log // Blockchain specific contextual infos
}

const GridOptimizationRewardsReleasedEventName = "Released"

// ContractEventName returns the user-defined event name.
func (GridOptimizationRewardsReleased) ContractEventName() string {
	return GridOptimizationRewardsReleasedEventName
}

// UnpackReleasedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Released(uint32 indexed epoch, uint32 attempt, address indexed proposer)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackReleasedEvent(log *types.Log) (*GridOptimizationRewardsReleased, error) {
	event := "Released"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != gridOptimizationRewards.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(GridOptimizationRewardsReleased)
	if len(log.Data) > 0 {
		if err := gridOptimizationRewards.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range gridOptimizationRewards.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// GridOptimizationRewardsRoleAdminChanged represents a RoleAdminChanged event raised by the GridOptimizationRewards contract.
type GridOptimizationRewardsRoleAdminChanged struct {
	Role              [32]byte
	PreviousAdminRole [32]byte
	NewAdminRole      [32]byte
	Raw               *types.Log // Blockchain specific contextual infos
}

const GridOptimizationRewardsRoleAdminChangedEventName = "RoleAdminChanged"

// ContractEventName returns the user-defined event name.
func (GridOptimizationRewardsRoleAdminChanged) ContractEventName() string {
	return GridOptimizationRewardsRoleAdminChangedEventName
}

// UnpackRoleAdminChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RoleAdminChanged(bytes32 indexed role, bytes32 indexed previousAdminRole, bytes32 indexed newAdminRole)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackRoleAdminChangedEvent(log *types.Log) (*GridOptimizationRewardsRoleAdminChanged, error) {
	event := "RoleAdminChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != gridOptimizationRewards.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(GridOptimizationRewardsRoleAdminChanged)
	if len(log.Data) > 0 {
		if err := gridOptimizationRewards.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range gridOptimizationRewards.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// GridOptimizationRewardsRoleGranted represents a RoleGranted event raised by the GridOptimizationRewards contract.
type GridOptimizationRewardsRoleGranted struct {
	Role    [32]byte
	Account common.Address
	Sender  common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const GridOptimizationRewardsRoleGrantedEventName = "RoleGranted"

// ContractEventName returns the user-defined event name.
func (GridOptimizationRewardsRoleGranted) ContractEventName() string {
	return GridOptimizationRewardsRoleGrantedEventName
}

// UnpackRoleGrantedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RoleGranted(bytes32 indexed role, address indexed account, address indexed sender)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackRoleGrantedEvent(log *types.Log) (*GridOptimizationRewardsRoleGranted, error) {
	event := "RoleGranted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != gridOptimizationRewards.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(GridOptimizationRewardsRoleGranted)
	if len(log.Data) > 0 {
		if err := gridOptimizationRewards.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range gridOptimizationRewards.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// GridOptimizationRewardsRoleRevoked represents a RoleRevoked event raised by the GridOptimizationRewards contract.
type GridOptimizationRewardsRoleRevoked struct {
	Role    [32]byte
	Account common.Address
	Sender  common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const GridOptimizationRewardsRoleRevokedEventName = "RoleRevoked"

// ContractEventName returns the user-defined event name.
func (GridOptimizationRewardsRoleRevoked) ContractEventName() string {
	return GridOptimizationRewardsRoleRevokedEventName
}

// UnpackRoleRevokedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RoleRevoked(bytes32 indexed role, address indexed account, address indexed sender)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackRoleRevokedEvent(log *types.Log) (*GridOptimizationRewardsRoleRevoked, error) {
	event := "RoleRevoked"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != gridOptimizationRewards.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(GridOptimizationRewardsRoleRevoked)
	if len(log.Data) > 0 {
		if err := gridOptimizationRewards.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range gridOptimizationRewards.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// GridOptimizationRewardsSolutionWrong represents a SolutionWrong event raised by the GridOptimizationRewards contract.
type GridOptimizationRewardsSolutionWrong struct {
	TaskId     [32]byte
	Bus        uint32
	Challenger common.Address
	Raw        *types.Log // Blockchain specific contextual infos
}

const GridOptimizationRewardsSolutionWrongEventName = "SolutionWrong"

// ContractEventName returns the user-defined event name.
func (GridOptimizationRewardsSolutionWrong) ContractEventName() string {
	return GridOptimizationRewardsSolutionWrongEventName
}

// UnpackSolutionWrongEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event SolutionWrong(bytes32 indexed taskId, uint32 bus, address indexed challenger)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackSolutionWrongEvent(log *types.Log) (*GridOptimizationRewardsSolutionWrong, error) {
	event := "SolutionWrong"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != gridOptimizationRewards.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(GridOptimizationRewardsSolutionWrong)
	if len(log.Data) > 0 {
		if err := gridOptimizationRewards.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range gridOptimizationRewards.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// GridOptimizationRewardsStruck represents a Struck event raised by the GridOptimizationRewards contract.
type GridOptimizationRewardsStruck struct {
	Epoch      uint32
	Attempt    uint32
	Proposer   common.Address
	Challenger common.Address
	Raw        *types.Log // Blockchain specific contextual infos
}

const GridOptimizationRewardsStruckEventName = "Struck"

// ContractEventName returns the user-defined event name.
func (GridOptimizationRewardsStruck) ContractEventName() string {
	return GridOptimizationRewardsStruckEventName
}

// UnpackStruckEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Struck(uint32 indexed epoch, uint32 attempt, address indexed proposer, address indexed challenger)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackStruckEvent(log *types.Log) (*GridOptimizationRewardsStruck, error) {
	event := "Struck"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != gridOptimizationRewards.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(GridOptimizationRewardsStruck)
	if len(log.Data) > 0 {
		if err := gridOptimizationRewards.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range gridOptimizationRewards.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// GridOptimizationRewardsUnpaused represents a Unpaused event raised by the GridOptimizationRewards contract.
type GridOptimizationRewardsUnpaused struct {
	Account common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const GridOptimizationRewardsUnpausedEventName = "Unpaused"

// ContractEventName returns the user-defined event name.
func (GridOptimizationRewardsUnpaused) ContractEventName() string {
	return GridOptimizationRewardsUnpausedEventName
}

// UnpackUnpausedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Unpaused(address account)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackUnpausedEvent(log *types.Log) (*GridOptimizationRewardsUnpaused, error) {
	event := "Unpaused"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != gridOptimizationRewards.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(GridOptimizationRewardsUnpaused)
	if len(log.Data) > 0 {
		if err := gridOptimizationRewards.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range gridOptimizationRewards.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// GridOptimizationRewardsWithdrawn represents a Withdrawn event raised by the GridOptimizationRewards contract.
type GridOptimizationRewardsWithdrawn struct {
	Account common.Address
	Amount  *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const GridOptimizationRewardsWithdrawnEventName = "Withdrawn"

// ContractEventName returns the user-defined event name.
func (GridOptimizationRewardsWithdrawn) ContractEventName() string {
	return GridOptimizationRewardsWithdrawnEventName
}

// UnpackWithdrawnEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Withdrawn(address indexed account, uint256 amount)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackWithdrawnEvent(log *types.Log) (*GridOptimizationRewardsWithdrawn, error) {
	event := "Withdrawn"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != gridOptimizationRewards.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(GridOptimizationRewardsWithdrawn)
	if len(log.Data) > 0 {
		if err := gridOptimizationRewards.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range gridOptimizationRewards.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (gridOptimizationRewards *GridOptimizationRewards) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], gridOptimizationRewards.abi.Errors["AccessControlBadConfirmation"].ID.Bytes()[:4]) {
		return gridOptimizationRewards.UnpackAccessControlBadConfirmationError(raw[4:])
	}
	if bytes.Equal(raw[:4], gridOptimizationRewards.abi.Errors["AccessControlEnforcedDefaultAdminDelay"].ID.Bytes()[:4]) {
		return gridOptimizationRewards.UnpackAccessControlEnforcedDefaultAdminDelayError(raw[4:])
	}
	if bytes.Equal(raw[:4], gridOptimizationRewards.abi.Errors["AccessControlEnforcedDefaultAdminRules"].ID.Bytes()[:4]) {
		return gridOptimizationRewards.UnpackAccessControlEnforcedDefaultAdminRulesError(raw[4:])
	}
	if bytes.Equal(raw[:4], gridOptimizationRewards.abi.Errors["AccessControlInvalidDefaultAdmin"].ID.Bytes()[:4]) {
		return gridOptimizationRewards.UnpackAccessControlInvalidDefaultAdminError(raw[4:])
	}
	if bytes.Equal(raw[:4], gridOptimizationRewards.abi.Errors["AccessControlUnauthorizedAccount"].ID.Bytes()[:4]) {
		return gridOptimizationRewards.UnpackAccessControlUnauthorizedAccountError(raw[4:])
	}
	if bytes.Equal(raw[:4], gridOptimizationRewards.abi.Errors["AlreadyRequested"].ID.Bytes()[:4]) {
		return gridOptimizationRewards.UnpackAlreadyRequestedError(raw[4:])
	}
	if bytes.Equal(raw[:4], gridOptimizationRewards.abi.Errors["BadProposal"].ID.Bytes()[:4]) {
		return gridOptimizationRewards.UnpackBadProposalError(raw[4:])
	}
	if bytes.Equal(raw[:4], gridOptimizationRewards.abi.Errors["BadSettings"].ID.Bytes()[:4]) {
		return gridOptimizationRewards.UnpackBadSettingsError(raw[4:])
	}
	if bytes.Equal(raw[:4], gridOptimizationRewards.abi.Errors["EnforcedPause"].ID.Bytes()[:4]) {
		return gridOptimizationRewards.UnpackEnforcedPauseError(raw[4:])
	}
	if bytes.Equal(raw[:4], gridOptimizationRewards.abi.Errors["EpochNotOver"].ID.Bytes()[:4]) {
		return gridOptimizationRewards.UnpackEpochNotOverError(raw[4:])
	}
	if bytes.Equal(raw[:4], gridOptimizationRewards.abi.Errors["ExpectedPause"].ID.Bytes()[:4]) {
		return gridOptimizationRewards.UnpackExpectedPauseError(raw[4:])
	}
	if bytes.Equal(raw[:4], gridOptimizationRewards.abi.Errors["FeeOnTransfer"].ID.Bytes()[:4]) {
		return gridOptimizationRewards.UnpackFeeOnTransferError(raw[4:])
	}
	if bytes.Equal(raw[:4], gridOptimizationRewards.abi.Errors["Judged"].ID.Bytes()[:4]) {
		return gridOptimizationRewards.UnpackJudgedError(raw[4:])
	}
	if bytes.Equal(raw[:4], gridOptimizationRewards.abi.Errors["LeafHolds"].ID.Bytes()[:4]) {
		return gridOptimizationRewards.UnpackLeafHoldsError(raw[4:])
	}
	if bytes.Equal(raw[:4], gridOptimizationRewards.abi.Errors["NoRequest"].ID.Bytes()[:4]) {
		return gridOptimizationRewards.UnpackNoRequestError(raw[4:])
	}
	if bytes.Equal(raw[:4], gridOptimizationRewards.abi.Errors["NotDisputable"].ID.Bytes()[:4]) {
		return gridOptimizationRewards.UnpackNotDisputableError(raw[4:])
	}
	if bytes.Equal(raw[:4], gridOptimizationRewards.abi.Errors["NotDuplicate"].ID.Bytes()[:4]) {
		return gridOptimizationRewards.UnpackNotDuplicateError(raw[4:])
	}
	if bytes.Equal(raw[:4], gridOptimizationRewards.abi.Errors["NotInInput"].ID.Bytes()[:4]) {
		return gridOptimizationRewards.UnpackNotInInputError(raw[4:])
	}
	if bytes.Equal(raw[:4], gridOptimizationRewards.abi.Errors["NotInResult"].ID.Bytes()[:4]) {
		return gridOptimizationRewards.UnpackNotInResultError(raw[4:])
	}
	if bytes.Equal(raw[:4], gridOptimizationRewards.abi.Errors["NotInTree"].ID.Bytes()[:4]) {
		return gridOptimizationRewards.UnpackNotInTreeError(raw[4:])
	}
	if bytes.Equal(raw[:4], gridOptimizationRewards.abi.Errors["NotPayable"].ID.Bytes()[:4]) {
		return gridOptimizationRewards.UnpackNotPayableError(raw[4:])
	}
	if bytes.Equal(raw[:4], gridOptimizationRewards.abi.Errors["NothingToWithdraw"].ID.Bytes()[:4]) {
		return gridOptimizationRewards.UnpackNothingToWithdrawError(raw[4:])
	}
	if bytes.Equal(raw[:4], gridOptimizationRewards.abi.Errors["ReentrancyGuardReentrantCall"].ID.Bytes()[:4]) {
		return gridOptimizationRewards.UnpackReentrancyGuardReentrantCallError(raw[4:])
	}
	if bytes.Equal(raw[:4], gridOptimizationRewards.abi.Errors["RequestsOpen"].ID.Bytes()[:4]) {
		return gridOptimizationRewards.UnpackRequestsOpenError(raw[4:])
	}
	if bytes.Equal(raw[:4], gridOptimizationRewards.abi.Errors["SafeCastOverflowedUintDowncast"].ID.Bytes()[:4]) {
		return gridOptimizationRewards.UnpackSafeCastOverflowedUintDowncastError(raw[4:])
	}
	if bytes.Equal(raw[:4], gridOptimizationRewards.abi.Errors["SafeERC20FailedOperation"].ID.Bytes()[:4]) {
		return gridOptimizationRewards.UnpackSafeERC20FailedOperationError(raw[4:])
	}
	if bytes.Equal(raw[:4], gridOptimizationRewards.abi.Errors["SolutionFails"].ID.Bytes()[:4]) {
		return gridOptimizationRewards.UnpackSolutionFailsError(raw[4:])
	}
	if bytes.Equal(raw[:4], gridOptimizationRewards.abi.Errors["SolutionHolds"].ID.Bytes()[:4]) {
		return gridOptimizationRewards.UnpackSolutionHoldsError(raw[4:])
	}
	if bytes.Equal(raw[:4], gridOptimizationRewards.abi.Errors["StillMinter"].ID.Bytes()[:4]) {
		return gridOptimizationRewards.UnpackStillMinterError(raw[4:])
	}
	if bytes.Equal(raw[:4], gridOptimizationRewards.abi.Errors["SumHolds"].ID.Bytes()[:4]) {
		return gridOptimizationRewards.UnpackSumHoldsError(raw[4:])
	}
	if bytes.Equal(raw[:4], gridOptimizationRewards.abi.Errors["TooEarly"].ID.Bytes()[:4]) {
		return gridOptimizationRewards.UnpackTooEarlyError(raw[4:])
	}
	if bytes.Equal(raw[:4], gridOptimizationRewards.abi.Errors["WindowClosed"].ID.Bytes()[:4]) {
		return gridOptimizationRewards.UnpackWindowClosedError(raw[4:])
	}
	if bytes.Equal(raw[:4], gridOptimizationRewards.abi.Errors["WrongKind"].ID.Bytes()[:4]) {
		return gridOptimizationRewards.UnpackWrongKindError(raw[4:])
	}
	if bytes.Equal(raw[:4], gridOptimizationRewards.abi.Errors["WrongStatus"].ID.Bytes()[:4]) {
		return gridOptimizationRewards.UnpackWrongStatusError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// GridOptimizationRewardsAccessControlBadConfirmation represents a AccessControlBadConfirmation error raised by the GridOptimizationRewards contract.
type GridOptimizationRewardsAccessControlBadConfirmation struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AccessControlBadConfirmation()
func GridOptimizationRewardsAccessControlBadConfirmationErrorID() common.Hash {
	return common.HexToHash("0x6697b23232a647058342c0724fe7c415cab25915b54e5dbc03f233173d37b41c")
}

// UnpackAccessControlBadConfirmationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AccessControlBadConfirmation()
func (gridOptimizationRewards *GridOptimizationRewards) UnpackAccessControlBadConfirmationError(raw []byte) (*GridOptimizationRewardsAccessControlBadConfirmation, error) {
	out := new(GridOptimizationRewardsAccessControlBadConfirmation)
	if err := gridOptimizationRewards.abi.UnpackIntoInterface(out, "AccessControlBadConfirmation", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// GridOptimizationRewardsAccessControlEnforcedDefaultAdminDelay represents a AccessControlEnforcedDefaultAdminDelay error raised by the GridOptimizationRewards contract.
type GridOptimizationRewardsAccessControlEnforcedDefaultAdminDelay struct {
	Schedule *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AccessControlEnforcedDefaultAdminDelay(uint48 schedule)
func GridOptimizationRewardsAccessControlEnforcedDefaultAdminDelayErrorID() common.Hash {
	return common.HexToHash("0x19ca5ebb8fb33f00e502c9392eddab1501674629178bf69b853cf037aaf4bb5d")
}

// UnpackAccessControlEnforcedDefaultAdminDelayError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AccessControlEnforcedDefaultAdminDelay(uint48 schedule)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackAccessControlEnforcedDefaultAdminDelayError(raw []byte) (*GridOptimizationRewardsAccessControlEnforcedDefaultAdminDelay, error) {
	out := new(GridOptimizationRewardsAccessControlEnforcedDefaultAdminDelay)
	if err := gridOptimizationRewards.abi.UnpackIntoInterface(out, "AccessControlEnforcedDefaultAdminDelay", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// GridOptimizationRewardsAccessControlEnforcedDefaultAdminRules represents a AccessControlEnforcedDefaultAdminRules error raised by the GridOptimizationRewards contract.
type GridOptimizationRewardsAccessControlEnforcedDefaultAdminRules struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AccessControlEnforcedDefaultAdminRules()
func GridOptimizationRewardsAccessControlEnforcedDefaultAdminRulesErrorID() common.Hash {
	return common.HexToHash("0x3fc3c27ae3db78c81b8f6e685172134623efa268ee8cd8d54be38ad2a74fc13b")
}

// UnpackAccessControlEnforcedDefaultAdminRulesError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AccessControlEnforcedDefaultAdminRules()
func (gridOptimizationRewards *GridOptimizationRewards) UnpackAccessControlEnforcedDefaultAdminRulesError(raw []byte) (*GridOptimizationRewardsAccessControlEnforcedDefaultAdminRules, error) {
	out := new(GridOptimizationRewardsAccessControlEnforcedDefaultAdminRules)
	if err := gridOptimizationRewards.abi.UnpackIntoInterface(out, "AccessControlEnforcedDefaultAdminRules", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// GridOptimizationRewardsAccessControlInvalidDefaultAdmin represents a AccessControlInvalidDefaultAdmin error raised by the GridOptimizationRewards contract.
type GridOptimizationRewardsAccessControlInvalidDefaultAdmin struct {
	DefaultAdmin common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AccessControlInvalidDefaultAdmin(address defaultAdmin)
func GridOptimizationRewardsAccessControlInvalidDefaultAdminErrorID() common.Hash {
	return common.HexToHash("0xc22c8022f2a840d6b6a9f113407715f5bbd4e88c1b0dd9434dc00700ba609ed4")
}

// UnpackAccessControlInvalidDefaultAdminError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AccessControlInvalidDefaultAdmin(address defaultAdmin)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackAccessControlInvalidDefaultAdminError(raw []byte) (*GridOptimizationRewardsAccessControlInvalidDefaultAdmin, error) {
	out := new(GridOptimizationRewardsAccessControlInvalidDefaultAdmin)
	if err := gridOptimizationRewards.abi.UnpackIntoInterface(out, "AccessControlInvalidDefaultAdmin", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// GridOptimizationRewardsAccessControlUnauthorizedAccount represents a AccessControlUnauthorizedAccount error raised by the GridOptimizationRewards contract.
type GridOptimizationRewardsAccessControlUnauthorizedAccount struct {
	Account    common.Address
	NeededRole [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AccessControlUnauthorizedAccount(address account, bytes32 neededRole)
func GridOptimizationRewardsAccessControlUnauthorizedAccountErrorID() common.Hash {
	return common.HexToHash("0xe2517d3fbfae6f8515ef5ff1ccedc3933ab0cbbda0b492c06eb54ad10ef03b3e")
}

// UnpackAccessControlUnauthorizedAccountError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AccessControlUnauthorizedAccount(address account, bytes32 neededRole)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackAccessControlUnauthorizedAccountError(raw []byte) (*GridOptimizationRewardsAccessControlUnauthorizedAccount, error) {
	out := new(GridOptimizationRewardsAccessControlUnauthorizedAccount)
	if err := gridOptimizationRewards.abi.UnpackIntoInterface(out, "AccessControlUnauthorizedAccount", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// GridOptimizationRewardsAlreadyRequested represents a AlreadyRequested error raised by the GridOptimizationRewards contract.
type GridOptimizationRewardsAlreadyRequested struct {
	Key [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AlreadyRequested(bytes32 key)
func GridOptimizationRewardsAlreadyRequestedErrorID() common.Hash {
	return common.HexToHash("0xec0db69891c7f1ffba9df3153d2adb1746a23a568ddedad5c3cbba85b3871167")
}

// UnpackAlreadyRequestedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AlreadyRequested(bytes32 key)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackAlreadyRequestedError(raw []byte) (*GridOptimizationRewardsAlreadyRequested, error) {
	out := new(GridOptimizationRewardsAlreadyRequested)
	if err := gridOptimizationRewards.abi.UnpackIntoInterface(out, "AlreadyRequested", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// GridOptimizationRewardsBadProposal represents a BadProposal error raised by the GridOptimizationRewards contract.
type GridOptimizationRewardsBadProposal struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadProposal()
func GridOptimizationRewardsBadProposalErrorID() common.Hash {
	return common.HexToHash("0xc334f06911047b707521b094dc0f91b1c0bbeb4f51a280c6cf7adc81d064ccdd")
}

// UnpackBadProposalError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadProposal()
func (gridOptimizationRewards *GridOptimizationRewards) UnpackBadProposalError(raw []byte) (*GridOptimizationRewardsBadProposal, error) {
	out := new(GridOptimizationRewardsBadProposal)
	if err := gridOptimizationRewards.abi.UnpackIntoInterface(out, "BadProposal", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// GridOptimizationRewardsBadSettings represents a BadSettings error raised by the GridOptimizationRewards contract.
type GridOptimizationRewardsBadSettings struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadSettings()
func GridOptimizationRewardsBadSettingsErrorID() common.Hash {
	return common.HexToHash("0xc88e402c6f0f71d1e450b214f4c946f999deda2623e52780f595c55e7abc213d")
}

// UnpackBadSettingsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadSettings()
func (gridOptimizationRewards *GridOptimizationRewards) UnpackBadSettingsError(raw []byte) (*GridOptimizationRewardsBadSettings, error) {
	out := new(GridOptimizationRewardsBadSettings)
	if err := gridOptimizationRewards.abi.UnpackIntoInterface(out, "BadSettings", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// GridOptimizationRewardsEnforcedPause represents a EnforcedPause error raised by the GridOptimizationRewards contract.
type GridOptimizationRewardsEnforcedPause struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EnforcedPause()
func GridOptimizationRewardsEnforcedPauseErrorID() common.Hash {
	return common.HexToHash("0xd93c0665d6c96d04a8f174024fc4ddd66c250604aff22bbec808de86dd3637e3")
}

// UnpackEnforcedPauseError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EnforcedPause()
func (gridOptimizationRewards *GridOptimizationRewards) UnpackEnforcedPauseError(raw []byte) (*GridOptimizationRewardsEnforcedPause, error) {
	out := new(GridOptimizationRewardsEnforcedPause)
	if err := gridOptimizationRewards.abi.UnpackIntoInterface(out, "EnforcedPause", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// GridOptimizationRewardsEpochNotOver represents a EpochNotOver error raised by the GridOptimizationRewards contract.
type GridOptimizationRewardsEpochNotOver struct {
	Epoch uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EpochNotOver(uint32 epoch)
func GridOptimizationRewardsEpochNotOverErrorID() common.Hash {
	return common.HexToHash("0x89f49873873ee5150f2e971fecd5ac4b3e148e0fa0d3b0e3a0dc1e64ac364370")
}

// UnpackEpochNotOverError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EpochNotOver(uint32 epoch)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackEpochNotOverError(raw []byte) (*GridOptimizationRewardsEpochNotOver, error) {
	out := new(GridOptimizationRewardsEpochNotOver)
	if err := gridOptimizationRewards.abi.UnpackIntoInterface(out, "EpochNotOver", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// GridOptimizationRewardsExpectedPause represents a ExpectedPause error raised by the GridOptimizationRewards contract.
type GridOptimizationRewardsExpectedPause struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ExpectedPause()
func GridOptimizationRewardsExpectedPauseErrorID() common.Hash {
	return common.HexToHash("0x8dfc202bcfe9a735b559bee70674422512bc5c30f687046ae8778315fb81da44")
}

// UnpackExpectedPauseError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ExpectedPause()
func (gridOptimizationRewards *GridOptimizationRewards) UnpackExpectedPauseError(raw []byte) (*GridOptimizationRewardsExpectedPause, error) {
	out := new(GridOptimizationRewardsExpectedPause)
	if err := gridOptimizationRewards.abi.UnpackIntoInterface(out, "ExpectedPause", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// GridOptimizationRewardsFeeOnTransfer represents a FeeOnTransfer error raised by the GridOptimizationRewards contract.
type GridOptimizationRewardsFeeOnTransfer struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error FeeOnTransfer()
func GridOptimizationRewardsFeeOnTransferErrorID() common.Hash {
	return common.HexToHash("0x61e6549eb699c624e3af300f328ae22ab11d18df21da465cdf4dfe82d5238b33")
}

// UnpackFeeOnTransferError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error FeeOnTransfer()
func (gridOptimizationRewards *GridOptimizationRewards) UnpackFeeOnTransferError(raw []byte) (*GridOptimizationRewardsFeeOnTransfer, error) {
	out := new(GridOptimizationRewardsFeeOnTransfer)
	if err := gridOptimizationRewards.abi.UnpackIntoInterface(out, "FeeOnTransfer", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// GridOptimizationRewardsJudged represents a Judged error raised by the GridOptimizationRewards contract.
type GridOptimizationRewardsJudged struct {
	TaskId  [32]byte
	Verdict uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Judged(bytes32 taskId, uint8 verdict)
func GridOptimizationRewardsJudgedErrorID() common.Hash {
	return common.HexToHash("0x664e49ce21a12b1d2909e5eaffa914521f3e6d5829ef6b7e84cac4c30ad46d73")
}

// UnpackJudgedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Judged(bytes32 taskId, uint8 verdict)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackJudgedError(raw []byte) (*GridOptimizationRewardsJudged, error) {
	out := new(GridOptimizationRewardsJudged)
	if err := gridOptimizationRewards.abi.UnpackIntoInterface(out, "Judged", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// GridOptimizationRewardsLeafHolds represents a LeafHolds error raised by the GridOptimizationRewards contract.
type GridOptimizationRewardsLeafHolds struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error LeafHolds()
func GridOptimizationRewardsLeafHoldsErrorID() common.Hash {
	return common.HexToHash("0x69dbcbf139f0a03050f1803cdb10acb154190b5d555d0f874bf9000ea47a7519")
}

// UnpackLeafHoldsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error LeafHolds()
func (gridOptimizationRewards *GridOptimizationRewards) UnpackLeafHoldsError(raw []byte) (*GridOptimizationRewardsLeafHolds, error) {
	out := new(GridOptimizationRewardsLeafHolds)
	if err := gridOptimizationRewards.abi.UnpackIntoInterface(out, "LeafHolds", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// GridOptimizationRewardsNoRequest represents a NoRequest error raised by the GridOptimizationRewards contract.
type GridOptimizationRewardsNoRequest struct {
	Key [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoRequest(bytes32 key)
func GridOptimizationRewardsNoRequestErrorID() common.Hash {
	return common.HexToHash("0x2ddadac6379b3fcf65637ae700447d37ac0b31deea02f957f9575cb07ab21c9f")
}

// UnpackNoRequestError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoRequest(bytes32 key)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackNoRequestError(raw []byte) (*GridOptimizationRewardsNoRequest, error) {
	out := new(GridOptimizationRewardsNoRequest)
	if err := gridOptimizationRewards.abi.UnpackIntoInterface(out, "NoRequest", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// GridOptimizationRewardsNotDisputable represents a NotDisputable error raised by the GridOptimizationRewards contract.
type GridOptimizationRewardsNotDisputable struct {
	Bus uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotDisputable(uint32 bus)
func GridOptimizationRewardsNotDisputableErrorID() common.Hash {
	return common.HexToHash("0xf232df1c9a74cb9b7c9b7b932a31e74e264fd06e39eb80914f4cf127df8905bc")
}

// UnpackNotDisputableError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotDisputable(uint32 bus)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackNotDisputableError(raw []byte) (*GridOptimizationRewardsNotDisputable, error) {
	out := new(GridOptimizationRewardsNotDisputable)
	if err := gridOptimizationRewards.abi.UnpackIntoInterface(out, "NotDisputable", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// GridOptimizationRewardsNotDuplicate represents a NotDuplicate error raised by the GridOptimizationRewards contract.
type GridOptimizationRewardsNotDuplicate struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotDuplicate()
func GridOptimizationRewardsNotDuplicateErrorID() common.Hash {
	return common.HexToHash("0xd7400027e85b60fc8afd8e1fcd6bc9664fe021021235106517c1e9dc91167d45")
}

// UnpackNotDuplicateError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotDuplicate()
func (gridOptimizationRewards *GridOptimizationRewards) UnpackNotDuplicateError(raw []byte) (*GridOptimizationRewardsNotDuplicate, error) {
	out := new(GridOptimizationRewardsNotDuplicate)
	if err := gridOptimizationRewards.abi.UnpackIntoInterface(out, "NotDuplicate", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// GridOptimizationRewardsNotInInput represents a NotInInput error raised by the GridOptimizationRewards contract.
type GridOptimizationRewardsNotInInput struct {
	Bus uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotInInput(uint32 bus)
func GridOptimizationRewardsNotInInputErrorID() common.Hash {
	return common.HexToHash("0x8d8e378216d6c86864301f34fc4fec1b04061fcbcb3224346d19722cc8e30468")
}

// UnpackNotInInputError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotInInput(uint32 bus)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackNotInInputError(raw []byte) (*GridOptimizationRewardsNotInInput, error) {
	out := new(GridOptimizationRewardsNotInInput)
	if err := gridOptimizationRewards.abi.UnpackIntoInterface(out, "NotInInput", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// GridOptimizationRewardsNotInResult represents a NotInResult error raised by the GridOptimizationRewards contract.
type GridOptimizationRewardsNotInResult struct {
	Bus uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotInResult(uint32 bus)
func GridOptimizationRewardsNotInResultErrorID() common.Hash {
	return common.HexToHash("0x8314e370cc4cadc65507fd29cdb01a0969eb1bec6e74e0fdfc9ed66fc7c37ad1")
}

// UnpackNotInResultError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotInResult(uint32 bus)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackNotInResultError(raw []byte) (*GridOptimizationRewardsNotInResult, error) {
	out := new(GridOptimizationRewardsNotInResult)
	if err := gridOptimizationRewards.abi.UnpackIntoInterface(out, "NotInResult", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// GridOptimizationRewardsNotInTree represents a NotInTree error raised by the GridOptimizationRewards contract.
type GridOptimizationRewardsNotInTree struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotInTree()
func GridOptimizationRewardsNotInTreeErrorID() common.Hash {
	return common.HexToHash("0xd4d1a2151b44417a94448c1b236769f61719b0c61bd47cb7498c677654abea14")
}

// UnpackNotInTreeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotInTree()
func (gridOptimizationRewards *GridOptimizationRewards) UnpackNotInTreeError(raw []byte) (*GridOptimizationRewardsNotInTree, error) {
	out := new(GridOptimizationRewardsNotInTree)
	if err := gridOptimizationRewards.abi.UnpackIntoInterface(out, "NotInTree", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// GridOptimizationRewardsNotPayable represents a NotPayable error raised by the GridOptimizationRewards contract.
type GridOptimizationRewardsNotPayable struct {
	TaskId [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotPayable(bytes32 taskId)
func GridOptimizationRewardsNotPayableErrorID() common.Hash {
	return common.HexToHash("0x4ba81c74ad1eea7ec794e4355a87ee61132a6483474f9b3032a4210d4180d114")
}

// UnpackNotPayableError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotPayable(bytes32 taskId)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackNotPayableError(raw []byte) (*GridOptimizationRewardsNotPayable, error) {
	out := new(GridOptimizationRewardsNotPayable)
	if err := gridOptimizationRewards.abi.UnpackIntoInterface(out, "NotPayable", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// GridOptimizationRewardsNothingToWithdraw represents a NothingToWithdraw error raised by the GridOptimizationRewards contract.
type GridOptimizationRewardsNothingToWithdraw struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NothingToWithdraw()
func GridOptimizationRewardsNothingToWithdrawErrorID() common.Hash {
	return common.HexToHash("0xd0d04f60bf4f7629141a1f00f5d2908fa0f3e15bf4cbf8bb8edc6fcbdf2509fa")
}

// UnpackNothingToWithdrawError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NothingToWithdraw()
func (gridOptimizationRewards *GridOptimizationRewards) UnpackNothingToWithdrawError(raw []byte) (*GridOptimizationRewardsNothingToWithdraw, error) {
	out := new(GridOptimizationRewardsNothingToWithdraw)
	if err := gridOptimizationRewards.abi.UnpackIntoInterface(out, "NothingToWithdraw", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// GridOptimizationRewardsReentrancyGuardReentrantCall represents a ReentrancyGuardReentrantCall error raised by the GridOptimizationRewards contract.
type GridOptimizationRewardsReentrancyGuardReentrantCall struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ReentrancyGuardReentrantCall()
func GridOptimizationRewardsReentrancyGuardReentrantCallErrorID() common.Hash {
	return common.HexToHash("0x3ee5aeb571de7fc460830b4d0017439a1ca56fb0bc39062227ade4fe4a24c1ca")
}

// UnpackReentrancyGuardReentrantCallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ReentrancyGuardReentrantCall()
func (gridOptimizationRewards *GridOptimizationRewards) UnpackReentrancyGuardReentrantCallError(raw []byte) (*GridOptimizationRewardsReentrancyGuardReentrantCall, error) {
	out := new(GridOptimizationRewardsReentrancyGuardReentrantCall)
	if err := gridOptimizationRewards.abi.UnpackIntoInterface(out, "ReentrancyGuardReentrantCall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// GridOptimizationRewardsRequestsOpen represents a RequestsOpen error raised by the GridOptimizationRewards contract.
type GridOptimizationRewardsRequestsOpen struct {
	Requests uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error RequestsOpen(uint32 requests)
func GridOptimizationRewardsRequestsOpenErrorID() common.Hash {
	return common.HexToHash("0x367866c46023695eef91db431b200f6d5191460d13a5a9a91fe18a86ebfb27c0")
}

// UnpackRequestsOpenError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error RequestsOpen(uint32 requests)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackRequestsOpenError(raw []byte) (*GridOptimizationRewardsRequestsOpen, error) {
	out := new(GridOptimizationRewardsRequestsOpen)
	if err := gridOptimizationRewards.abi.UnpackIntoInterface(out, "RequestsOpen", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// GridOptimizationRewardsSafeCastOverflowedUintDowncast represents a SafeCastOverflowedUintDowncast error raised by the GridOptimizationRewards contract.
type GridOptimizationRewardsSafeCastOverflowedUintDowncast struct {
	Bits  uint8
	Value *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SafeCastOverflowedUintDowncast(uint8 bits, uint256 value)
func GridOptimizationRewardsSafeCastOverflowedUintDowncastErrorID() common.Hash {
	return common.HexToHash("0x6dfcc6503a32754ce7a89698e18201fc5294fd4aad43edefee786f88423b1a12")
}

// UnpackSafeCastOverflowedUintDowncastError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SafeCastOverflowedUintDowncast(uint8 bits, uint256 value)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackSafeCastOverflowedUintDowncastError(raw []byte) (*GridOptimizationRewardsSafeCastOverflowedUintDowncast, error) {
	out := new(GridOptimizationRewardsSafeCastOverflowedUintDowncast)
	if err := gridOptimizationRewards.abi.UnpackIntoInterface(out, "SafeCastOverflowedUintDowncast", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// GridOptimizationRewardsSafeERC20FailedOperation represents a SafeERC20FailedOperation error raised by the GridOptimizationRewards contract.
type GridOptimizationRewardsSafeERC20FailedOperation struct {
	Token common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SafeERC20FailedOperation(address token)
func GridOptimizationRewardsSafeERC20FailedOperationErrorID() common.Hash {
	return common.HexToHash("0x5274afe73c98b4749fc91ffae6b7b574e7842cb2144a159e9377a5f20b32edf9")
}

// UnpackSafeERC20FailedOperationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SafeERC20FailedOperation(address token)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackSafeERC20FailedOperationError(raw []byte) (*GridOptimizationRewardsSafeERC20FailedOperation, error) {
	out := new(GridOptimizationRewardsSafeERC20FailedOperation)
	if err := gridOptimizationRewards.abi.UnpackIntoInterface(out, "SafeERC20FailedOperation", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// GridOptimizationRewardsSolutionFails represents a SolutionFails error raised by the GridOptimizationRewards contract.
type GridOptimizationRewardsSolutionFails struct {
	Bus uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SolutionFails(uint32 bus)
func GridOptimizationRewardsSolutionFailsErrorID() common.Hash {
	return common.HexToHash("0x67c3ef1034b203611101ab53bd9d4a9873ad5773ef7c0f2150992a2122a7d8f7")
}

// UnpackSolutionFailsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SolutionFails(uint32 bus)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackSolutionFailsError(raw []byte) (*GridOptimizationRewardsSolutionFails, error) {
	out := new(GridOptimizationRewardsSolutionFails)
	if err := gridOptimizationRewards.abi.UnpackIntoInterface(out, "SolutionFails", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// GridOptimizationRewardsSolutionHolds represents a SolutionHolds error raised by the GridOptimizationRewards contract.
type GridOptimizationRewardsSolutionHolds struct {
	Bus uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SolutionHolds(uint32 bus)
func GridOptimizationRewardsSolutionHoldsErrorID() common.Hash {
	return common.HexToHash("0xbb138a7f77e72c2e54ba6519d49838f2ac8ae3f709827682ec13716aec927b89")
}

// UnpackSolutionHoldsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SolutionHolds(uint32 bus)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackSolutionHoldsError(raw []byte) (*GridOptimizationRewardsSolutionHolds, error) {
	out := new(GridOptimizationRewardsSolutionHolds)
	if err := gridOptimizationRewards.abi.UnpackIntoInterface(out, "SolutionHolds", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// GridOptimizationRewardsStillMinter represents a StillMinter error raised by the GridOptimizationRewards contract.
type GridOptimizationRewardsStillMinter struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error StillMinter()
func GridOptimizationRewardsStillMinterErrorID() common.Hash {
	return common.HexToHash("0x6c06216586e624aab926a2a343f86e215e46a18f755735057af92deaa5d69ffc")
}

// UnpackStillMinterError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error StillMinter()
func (gridOptimizationRewards *GridOptimizationRewards) UnpackStillMinterError(raw []byte) (*GridOptimizationRewardsStillMinter, error) {
	out := new(GridOptimizationRewardsStillMinter)
	if err := gridOptimizationRewards.abi.UnpackIntoInterface(out, "StillMinter", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// GridOptimizationRewardsSumHolds represents a SumHolds error raised by the GridOptimizationRewards contract.
type GridOptimizationRewardsSumHolds struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SumHolds()
func GridOptimizationRewardsSumHoldsErrorID() common.Hash {
	return common.HexToHash("0x85738eea3351eca1e0d34ea447fb2fbed05fd7e47ec5034a49d4472a592a879f")
}

// UnpackSumHoldsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SumHolds()
func (gridOptimizationRewards *GridOptimizationRewards) UnpackSumHoldsError(raw []byte) (*GridOptimizationRewardsSumHolds, error) {
	out := new(GridOptimizationRewardsSumHolds)
	if err := gridOptimizationRewards.abi.UnpackIntoInterface(out, "SumHolds", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// GridOptimizationRewardsTooEarly represents a TooEarly error raised by the GridOptimizationRewards contract.
type GridOptimizationRewardsTooEarly struct {
	OpenAt uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TooEarly(uint64 openAt)
func GridOptimizationRewardsTooEarlyErrorID() common.Hash {
	return common.HexToHash("0xd606d83fc5c7e56637c0959f5077c3a15f782b710d7eab50461ed55fd6deb6ae")
}

// UnpackTooEarlyError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TooEarly(uint64 openAt)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackTooEarlyError(raw []byte) (*GridOptimizationRewardsTooEarly, error) {
	out := new(GridOptimizationRewardsTooEarly)
	if err := gridOptimizationRewards.abi.UnpackIntoInterface(out, "TooEarly", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// GridOptimizationRewardsWindowClosed represents a WindowClosed error raised by the GridOptimizationRewards contract.
type GridOptimizationRewardsWindowClosed struct {
	ClosedAt uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WindowClosed(uint64 closedAt)
func GridOptimizationRewardsWindowClosedErrorID() common.Hash {
	return common.HexToHash("0xb7a749206d8179505f87eae415c0167441d2b07748a072df075f7d5d103538cc")
}

// UnpackWindowClosedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WindowClosed(uint64 closedAt)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackWindowClosedError(raw []byte) (*GridOptimizationRewardsWindowClosed, error) {
	out := new(GridOptimizationRewardsWindowClosed)
	if err := gridOptimizationRewards.abi.UnpackIntoInterface(out, "WindowClosed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// GridOptimizationRewardsWrongKind represents a WrongKind error raised by the GridOptimizationRewards contract.
type GridOptimizationRewardsWrongKind struct {
	Kind uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongKind(uint32 kind)
func GridOptimizationRewardsWrongKindErrorID() common.Hash {
	return common.HexToHash("0x72baa96ccd84fd948f504b1b79e07f219e0e392d76932355ed07cf2ef75549ae")
}

// UnpackWrongKindError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongKind(uint32 kind)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackWrongKindError(raw []byte) (*GridOptimizationRewardsWrongKind, error) {
	out := new(GridOptimizationRewardsWrongKind)
	if err := gridOptimizationRewards.abi.UnpackIntoInterface(out, "WrongKind", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// GridOptimizationRewardsWrongStatus represents a WrongStatus error raised by the GridOptimizationRewards contract.
type GridOptimizationRewardsWrongStatus struct {
	Epoch  uint32
	Status uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongStatus(uint32 epoch, uint8 status)
func GridOptimizationRewardsWrongStatusErrorID() common.Hash {
	return common.HexToHash("0xc5b2d764bc1584b455613514e174b04532c294bad41c1e7c5f9fe5c36768a41a")
}

// UnpackWrongStatusError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongStatus(uint32 epoch, uint8 status)
func (gridOptimizationRewards *GridOptimizationRewards) UnpackWrongStatusError(raw []byte) (*GridOptimizationRewardsWrongStatus, error) {
	out := new(GridOptimizationRewardsWrongStatus)
	if err := gridOptimizationRewards.abi.UnpackIntoInterface(out, "WrongStatus", raw); err != nil {
		return nil, err
	}
	return out, nil
}
